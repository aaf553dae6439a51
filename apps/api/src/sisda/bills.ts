import type { Day, JumlahDto, KategoriPembayaranDto, PeriodePembayaranDto } from '@bantubayar/shared';
import { sum } from './amount';

/** What is owed by itself: an item, or a category or school year of which only the total is told. Whole rupiah. */
export interface Bill extends Omit<JumlahDto, 'lunas'> {
  periode: string;
  /** null: the total of a school year. */
  kategori: string | null;
  /** The item's id and name; null: a total. */
  id: string | null;
  item: string | null;
  /** null: due at once. */
  jatuhTempo: Day | null;
}

/** Every bill of an answer's periods. */
export function billsOf(periode: readonly PeriodePembayaranDto[]): Bill[] {
  return periode.flatMap((each) => {
    const bills = each.kategori.flatMap((kategori) => ofKategori(each.periode, kategori));
    return bills.length > 0 ? bills : totalOf(each.periode, null, each);
  });
}

/** The bills that are not paid; their sum, whatever the day, is one that a number can hold. */
export function openBills(bills: readonly Bill[]): Bill[] {
  const open = bills.filter(({ sisa }) => sisa < 0);
  sum(open, ({ sisa }) => sisa);
  return open;
}

/** What is owed on a day: unpaid bills that are due by then. */
export function owedOn(today: Day, bills: readonly Bill[]): number {
  return sum(bills, ({ sisa, jatuhTempo }) => (isDue(jatuhTempo, today) ? Math.max(0, -sisa) : 0));
}

/** Sets how many days late each item of the periods is. */
export function withDaysLate(periode: PeriodePembayaranDto[], today: Day): PeriodePembayaranDto[] {
  for (const item of periode.flatMap(({ kategori }) => kategori).flatMap(({ items }) => items)) {
    if (item.sisa < 0 && isDue(item.jatuhTempo, today)) item.hariTerlambat = daysLate(item.jatuhTempo, today);
  }
  return periode;
}

/** Whole days since a bill fell due; 0 without a date, since it is due at once. */
export function daysLate(jatuhTempo: Day | null, today: Day): number {
  return jatuhTempo === null ? 0 : Math.round((Date.parse(today) - Date.parse(jatuhTempo)) / DAY_MS);
}

const DAY_MS = 86_400_000;

/** One without a date is due at once. */
export const isDue = (jatuhTempo: Day | null, today: Day) => jatuhTempo === null || jatuhTempo <= today;

function ofKategori(periode: string, { nama, items, ...jumlah }: KategoriPembayaranDto): Bill[] {
  if (items.length === 0) return totalOf(periode, nama, jumlah);
  return items.map(({ id, nama: item, jatuhTempo, tagihan, dibayar, sisa }) => {
    return { periode, kategori: nama, id, item, jatuhTempo, tagihan, dibayar, sisa };
  });
}

/** The total as one bill; none where the service tells nothing. */
function totalOf(
  periode: string,
  kategori: string | null,
  { tagihan, dibayar, sisa }: Omit<JumlahDto, 'lunas'>,
): Bill[] {
  if (tagihan === 0 && dibayar === 0) return [];
  return [{ periode, kategori, id: null, item: null, jatuhTempo: null, tagihan, dibayar, sisa }];
}
