import type { PeriodePembayaranDto, TunggakanDto } from '@bantubayar/shared';

/** A bill that is not paid, as parents are told of it. */
export interface OpenBill {
  periode: string;
  kategori: string | null;
  item: string | null;
  jatuhTempo: string | null;
  /** Fell due today or before. */
  due: boolean;
  tagihan: number;
  /** What is left to pay. */
  rest: number;
}

/** Those of a list of unpaid bills. */
export const openBill = ({ sisa, hariTerlambat, ...bill }: TunggakanDto): OpenBill => ({
  ...{ periode: bill.periode, kategori: bill.kategori, item: bill.item, jatuhTempo: bill.jatuhTempo },
  ...{ tagihan: bill.tagihan, due: hariTerlambat >= 0, rest: -sisa },
});

/** Those of a student's school years, oldest first; of a year or a category without bills the total is one, due at once. */
export function openBillsOf(periode: readonly PeriodePembayaranDto[]): OpenBill[] {
  const all = periode.flatMap((year) => {
    const total = (
      kategori: string | null,
      { tagihan, sisa }: { tagihan: number; sisa: number },
    ): OpenBill => ({
      ...{ periode: year.periode, kategori, item: null, jatuhTempo: null, due: true, tagihan, rest: -sisa },
    });
    if (year.kategori.length === 0) return [total(null, year)];
    return year.kategori.flatMap((kategori) => {
      if (kategori.items.length === 0) return [total(kategori.nama, kategori)];
      return kategori.items.map(({ nama, jatuhTempo, hariTerlambat, tagihan, sisa }) => ({
        ...{ periode: year.periode, kategori: kategori.nama, item: nama, jatuhTempo },
        ...{ due: hariTerlambat !== null, tagihan, rest: -sisa },
      }));
    });
  });
  return all.filter(({ rest }) => rest > 0).sort(byDueDay);
}

/** As the list of unpaid bills has them: those without a date first. */
const byDueDay = (a: OpenBill, b: OpenBill) => (a.jatuhTempo ?? '').localeCompare(b.jatuhTempo ?? '');

export const sumOf = (bills: readonly OpenBill[]): number => bills.reduce((all, { rest }) => all + rest, 0);
