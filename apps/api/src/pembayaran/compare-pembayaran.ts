import type { Day, PerubahanDto, PerubahanItemDto } from '@bantubayar/shared';
import type { PembayaranAwal } from '../umpan/note-changes';
import { type Bill, billsOf, owedOn } from '../sisda/bills';
import { periodeOf, ringkasanOf } from '../sisda/sisda.mapper';
import type { PaymentAnswer } from '../sisda/sisda.reader';
import type { SisdaPayments } from '../sisda/sisda.types';

/** What is kept of a change; what follows from it is added when it is read. */
export type Perubahan = Omit<
  PerubahanDto,
  'id' | 'idperson' | 'nama' | 'UnitFormal' | 'KelasFormal' | 'at' | 'runId' | 'dibayarSelisih' | 'turun'
>;

/**
 * What changed from one stored answer to the next: totals, school years that came or went, and each bill that differs. Arrears
 * are those of today on both sides, so that they tell what was paid and not that a day has passed.
 */
export function comparePembayaran(
  before: readonly SisdaPayments[],
  after: readonly SisdaPayments[],
  today: Day,
): Perubahan {
  const [was, is] = [readOf(before, today), readOf(after, today)];
  return {
    tagihanBefore: was.tagihan,
    tagihanAfter: is.tagihan,
    dibayarBefore: was.dibayar,
    dibayarAfter: is.dibayar,
    tunggakanBefore: was.tunggakan,
    tunggakanAfter: is.tunggakan,
    periodeBaru: [...is.periode].filter((periode) => !was.periode.has(periode)),
    periodeHilang: [...was.periode].filter((periode) => !is.periode.has(periode)),
    items: differences(alikeAdded(was.bills), alikeAdded(is.bills)),
  };
}

/** What follows from a change: by how much dibayar grew, and whether it is one that is never good news. */
export function consequencesOf({ tagihanBefore, tagihanAfter, dibayarBefore, dibayarAfter }: Perubahan) {
  return {
    dibayarSelisih: dibayarAfter - dibayarBefore,
    turun: dibayarAfter < dibayarBefore || tagihanAfter < tagihanBefore,
  };
}

/** What a first answer brings. That it has no amounts before keeps it from all that is added up; short, as there are many at once. */
export function firstOf({ ringkasan, periode, bills }: PaymentAnswer, today: Day): PembayaranAwal {
  return {
    tagihanAfter: ringkasan.tagihan,
    dibayarAfter: ringkasan.dibayar,
    tunggakanAfter: owedOn(today, bills),
    periodeBaru: [...new Set(periode)],
    bills: grouped([...alikeAdded(bills).values()]),
  };
}

/** Neighbours of one school year and category under one head. */
function grouped(bills: readonly Bill[]): PembayaranAwal['bills'] {
  const groups: PembayaranAwal['bills'] = [];
  for (const { periode, kategori, item, tagihan, dibayar } of bills) {
    const last = groups.at(-1);
    if (last?.[0] === periode && last[1] === kategori) last[2].push([item, tagihan, dibayar]);
    else groups.push([periode, kategori, [[item, tagihan, dibayar]]]);
  }
  return groups;
}

function readOf(data: readonly SisdaPayments[], today: Day) {
  const periode = periodeOf(data);
  const bills = billsOf(periode);
  const { tagihan, dibayar } = ringkasanOf(data, periode, bills);
  const names = new Set(periode.map((each) => each.periode));
  return { tagihan, dibayar, tunggakan: owedOn(today, bills), periode: names, bills };
}

function differences(before: Map<string, Bill>, after: Map<string, Bill>): PerubahanItemDto[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was?.tagihan === is?.tagihan && was?.dibayar === is?.dibayar) return [];
    const { periode, kategori, item } = (is ?? was)!;
    return {
      periode,
      kategori,
      nama: item,
      tagihanBefore: was?.tagihan ?? null,
      tagihanAfter: is?.tagihan ?? null,
      dibayarBefore: was?.dibayar ?? null,
      dibayarAfter: is?.dibayar ?? null,
    };
  });
}

/** Bills by what identifies them; of several alike the amounts are added. */
function alikeAdded(all: readonly Bill[]): Map<string, Bill> {
  const bills = new Map<string, Bill>();
  for (const bill of all) {
    const key = keyOf(bill);
    const alike = bills.get(key);
    bills.set(key, alike ? { ...bill, ...added(bill, alike) } : bill);
  }
  return bills;
}

const added = (bill: Bill, alike: Bill) => ({
  tagihan: bill.tagihan + alike.tagihan,
  dibayar: bill.dibayar + alike.dibayar,
});

const keyOf = ({ periode, kategori, id, item }: Bill) =>
  part(periode) + part(kategori) + part(id) + part(item);

/** With its length, so that no two lists of parts come to the same key, whatever stands in them. */
const part = (text: string | null) => (text === null ? '-' : `${text.length}:${text}`);
