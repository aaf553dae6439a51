import type {
  ItemPembayaranDto,
  KategoriPembayaranDto,
  PeriodePembayaranDto,
  Rupiah,
} from '@bantubayar/shared';

/** What is told of one bill; of a category or a year without bills, the summary is the only one. */
type Bill = Pick<ItemPembayaranDto, 'tagihan' | 'dibayar' | 'sisa' | 'hariTerlambat'>;

export interface Standing {
  tunggakan: Rupiah;
  belumJatuhTempo: Rupiah;
  lebihBayar: Rupiah;
}

export interface BillGroup extends Pick<Bill, 'tagihan' | 'dibayar'>, Standing {
  /** null: the unpaid bills of all categories that fall due later. */
  nama: string | null;
  items: (ItemPembayaranDto & { kategori: string })[];
}

/** Unpaid, and not owed today. */
export const isLater = ({ sisa, hariTerlambat }: Bill): boolean => sisa < 0 && hariTerlambat === null;

export function standingOf({ kategori, ...year }: PeriodePembayaranDto): Standing {
  return standing(kategori.length === 0 ? [dueAtOnce(year)] : kategori.flatMap(billsOf));
}

/** The bills of a year by category; those that fall due later stand apart, at the end. */
export function billGroups(kategori: KategoriPembayaranDto[]): BillGroup[] {
  const all = kategori.map((each) => ({
    ...each,
    items: each.items.map((item) => ({ ...item, kategori: each.nama })),
  }));
  const later = all.flatMap(({ items }) => items.filter(isLater));
  const groups = all.flatMap((each): BillGroup[] => {
    const items = each.items.filter((item) => !isLater(item));
    if (each.items.length > 0 && items.length === 0) return [];
    const { tagihan, dibayar } = items.length === each.items.length ? each : sums(items);
    return [{ nama: each.nama, tagihan, dibayar, items, ...standing(billsOf({ ...each, items })) }];
  });
  if (later.length === 0) return groups;
  return [...groups, { nama: null, items: later, ...sums(later), ...standing(later) }];
}

const billsOf = ({ items, ...kategori }: KategoriPembayaranDto): Bill[] =>
  items.length === 0 ? [dueAtOnce(kategori)] : items;

const dueAtOnce = (summary: Omit<Bill, 'hariTerlambat'>): Bill => ({ ...summary, hariTerlambat: 0 });

function standing(bills: Bill[]): Standing {
  const sum = (of: Bill[]) => of.reduce((all, { sisa }) => all + Math.abs(sisa), 0);
  return {
    tunggakan: sum(bills.filter((bill) => bill.sisa < 0 && !isLater(bill))),
    belumJatuhTempo: sum(bills.filter(isLater)),
    lebihBayar: sum(bills.filter(({ sisa }) => sisa > 0)),
  };
}

function sums(bills: Bill[]): Pick<Bill, 'tagihan' | 'dibayar'> {
  const sum = (name: 'tagihan' | 'dibayar') => bills.reduce((all, bill) => all + bill[name], 0);
  return { tagihan: sum('tagihan'), dibayar: sum('dibayar') };
}
