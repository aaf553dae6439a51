import type { OpenBill } from '../../../tagihan/open-bills';

/** Somebody to show the text with. */
export const SAMPLE_SISWA = { nama: 'Ahmad Fauzi', UnitFormal: 'SMP', KelasFormal: '8A' };

/** A bill paid in part, and one not paid at all, of the school year of a day. */
export function sampleBills(now: Date): OpenBill[] {
  const year = now.getMonth() < 6 ? now.getFullYear() - 1 : now.getFullYear();
  const bill = { periode: `${year}${year + 1}`, kategori: 'SPP', due: true, tagihan: 350_000 };
  return [
    { ...bill, item: 'Juli', jatuhTempo: `${year}-07-10`, rest: 150_000 },
    { ...bill, item: 'Agustus', jatuhTempo: `${year}-08-10`, rest: 350_000 },
  ];
}
