import type { PerubahanDto, PerubahanItemDto } from '@bantubayar/shared';
import { periodeOf, ringkasanOf } from '../sisda/sisda.mapper';
import type { SisdaPayments } from '../sisda/sisda.types';

export type Perubahan = Omit<
  PerubahanDto,
  'id' | 'idperson' | 'nama' | 'UnitFormal' | 'KelasFormal' | 'at' | 'runId'
>;

interface Bill extends Pick<PerubahanItemDto, 'periode' | 'kategori' | 'nama'> {
  tagihan: number;
  dibayar: number;
}

/** What changed from one stored answer to the next: totals, school years that came or went, and each bill that differs. */
export function comparePembayaran(
  before: readonly SisdaPayments[],
  after: readonly SisdaPayments[],
): Perubahan {
  const [was, is] = [ringkasanOf(before), ringkasanOf(after)];
  const [wasPeriode, isPeriode] = [before, after].map(
    (data) => new Set(periodeOf(data).map(({ periode }) => periode)),
  );
  return {
    tagihanBefore: was.tagihan,
    tagihanAfter: is.tagihan,
    dibayarBefore: was.dibayar,
    dibayarAfter: is.dibayar,
    tunggakanBefore: was.tunggakan,
    tunggakanAfter: is.tunggakan,
    periodeBaru: [...isPeriode!].filter((periode) => !wasPeriode!.has(periode)),
    periodeHilang: [...wasPeriode!].filter((periode) => !isPeriode!.has(periode)),
    items: differences(billsOf(before), billsOf(after)),
  };
}

function differences(before: Map<string, Bill>, after: Map<string, Bill>): PerubahanItemDto[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was?.tagihan === is?.tagihan && was?.dibayar === is?.dibayar) return [];
    const { periode, kategori, nama } = (is ?? was)!;
    return {
      periode,
      kategori,
      nama,
      tagihanBefore: was?.tagihan ?? null,
      tagihanAfter: is?.tagihan ?? null,
      dibayarBefore: was?.dibayar ?? null,
      dibayarAfter: is?.dibayar ?? null,
    };
  });
}

/** Bills by what identifies them; of several alike the amounts are added. */
function billsOf(data: readonly SisdaPayments[]): Map<string, Bill> {
  const bills = new Map<string, Bill>();
  for (const { periode, kategori } of periodeOf(data)) {
    for (const { nama: category, items } of kategori) {
      for (const { id, nama, tagihan, dibayar } of items) {
        const key = JSON.stringify([periode, category, id, nama]);
        const alike = bills.get(key);
        bills.set(key, {
          periode,
          kategori: category,
          nama,
          tagihan: tagihan + (alike?.tagihan ?? 0),
          dibayar: dibayar + (alike?.dibayar ?? 0),
        });
      }
    }
  }
  return bills;
}
