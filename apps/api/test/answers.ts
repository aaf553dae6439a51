import { type PaymentAnswer, readPayments } from '../src/sisda/sisda.reader';

interface Period {
  period_id: string;
  /** What the student owed, and paid. */
  tagihan: number;
  dibayar: number;
}

/** The body that the payment service would send. */
export function bodyOf(idperson: string, periods: Period[]): string {
  return JSON.stringify({
    data: [
      {
        idperson,
        saldo: '0',
        periods: periods.map(({ period_id, tagihan, dibayar }) => ({
          period_id,
          summary: { total_billed: dibayar, total_paid: tagihan, total_remaining: dibayar - tagihan },
          categories: [],
        })),
      },
    ],
  });
}

export function answerOf(idperson: string, ...periods: Period[]): PaymentAnswer {
  return readPayments({ text: bodyOf(idperson, periods), isWhole: true }, idperson);
}

export const period = (period_id: string, tagihan: number, dibayar: number): Period => ({
  period_id,
  tagihan,
  dibayar,
});

/** An answer of about so many bytes: bills like those of a student of many years. */
export function textOf(idperson: string, bytes: number): PaymentAnswer {
  const item = { unit_name: 'Juli', amount_billed: 125000, amount_paid: '125000', remaining_balance: 0 };
  const items = Array.from({ length: Math.ceil(bytes / 120) }, (_, n) => ({
    unit_id: String(n).padStart(6, '0'),
    ...item,
    journal_date: '2025-07-10',
  }));
  const periods = [{ period_id: '20252026', categories: [{ category_name: 'SPP', items }] }];
  const text = JSON.stringify({ data: [{ idperson, saldo: '0', periods }] });
  return readPayments({ text, isWhole: true }, idperson);
}
