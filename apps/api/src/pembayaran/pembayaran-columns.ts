import type { PaymentAnswer } from '../sisda/sisda.reader';
import { dayFiguresOf } from './day-figures';
import type { StoredPembayaran } from './judge';

/** What is written of an answer on the row of its student. */
export const COLUMNS = [
  'pembayaran',
  'tagihan',
  'dibayar',
  'lebih_bayar',
  'saldo',
  'jumlah_periode',
  'content_hash',
  'figures_of',
  'tunggakan',
  'belum_jatuh_tempo',
  'status_pembayaran',
  'jatuh_tempo_tertua',
  'jatuh_tempo_berikut',
  'jatuh_tempo_terakhir',
] as const;
/** Bytes travel as hexadecimal text: as a text parameter MySQL would check them for UTF-8. */
const BYTES: readonly string[] = ['content_hash', 'figures_of'] satisfies (typeof COLUMNS)[number][];

/** A parameter as the value of its column. */
export function valueOf(column: string, value: string): string {
  return BYTES.includes(column) ? `UNHEX(${value})` : value;
}

/** The values of COLUMNS. */
export function valuesOf(
  { pembayaran, hash, ringkasan, terbuka }: PaymentAnswer,
  { today }: Pick<StoredPembayaran, 'today'>,
): unknown[] {
  const figures = dayFiguresOf(terbuka, today);
  return [
    pembayaran,
    ringkasan.tagihan,
    ringkasan.dibayar,
    ringkasan.lebihBayar,
    ringkasan.saldo,
    ringkasan.jumlahPeriode,
    hash.toString('hex'),
    hash.toString('hex'),
    figures.tunggakan,
    figures.belumJatuhTempo,
    figures.status,
    figures.tertua,
    figures.berikut,
    figures.terakhir,
  ];
}
