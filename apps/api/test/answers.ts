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
  return readPayments(bodyOf(idperson, periods), idperson);
}

export const period = (period_id: string, tagihan: number, dibayar: number): Period => ({
  period_id,
  tagihan,
  dibayar,
});
