import { type RingkasanDto, SISWA_GROUPS, STALE_HOURS } from '@bantubayar/shared';
import { COUNTED_GROUPS, SISI, type Sisi } from './counted-groups';

/** More than so many are sooner summed up from their rows than added to the sums. */
export const MOST_UNCOUNTED = 20_000;

/** The moment from which on who was fetched is not stale. */
const fresh = (now: string) => `${now} - INTERVAL ${STALE_HOURS} HOUR`;
const stale = (now: string) => `(siswa.fetched_at IS NULL OR siswa.fetched_at < ${fresh(now)})`;
/** The present moment, the same in all of a statement. */
export const NOW = 'UTC_TIMESTAMP(3)';

const OUTDATED = 'IF(siswa.content_hash <=> siswa.figures_of, 0, 1)';
const AMOUNTS = ['tagihan', 'dibayar', 'tunggakan', 'belum_jatuh_tempo', 'lebih_bayar'];

/** The sums: the column that keeps each, and what a student adds to it as the row is, and as it was counted. */
const sums = (now: string): Record<keyof RingkasanDto, [column: string, is: string, was: string]> => ({
  total: ['total', '1', '1'],
  lunas: ['lunas', "siswa.status_pembayaran = 'lunas'", "was.status = 'lunas'"],
  belumLunas: ['belum_lunas', "siswa.status_pembayaran = 'belum_lunas'", "was.status = 'belum_lunas'"],
  belumSinkron: [
    'belum_sinkron',
    "siswa.status_pembayaran = 'belum_sinkron'",
    "was.status = 'belum_sinkron'",
  ],
  usang: ['usang', stale(now), 'was.usang'],
  tagihan: amount('tagihan'),
  dibayar: amount('dibayar'),
  tunggakan: amount('tunggakan'),
  belumJatuhTempo: amount('belum_jatuh_tempo'),
  lebihBayar: amount('lebih_bayar'),
  dihitungUlang: ['dihitung_ulang', OUTDATED, 'was.ulang'],
});
export const SUM_NAMES = Object.keys(sums(NOW)) as (keyof RingkasanDto)[];
export const columnOf = (name: keyof RingkasanDto) => sums(NOW)[name][0];
export const SUM_COLUMNS = SUM_NAMES.map(columnOf);

function amount(column: string): [string, string, string] {
  return [column, `COALESCE(siswa.${column}, 0)`, `was.${column}`];
}

/**
 * Students who are not counted as what they are at a moment; with `most`, not many more than so many. One index each: asked
 * together, the whole table might be read.
 */
export function uncounted(now: string, most?: number): string {
  const either = [
    'belum_terhitung = 1',
    `terhitung_usang = 0 AND fetched_at < ${fresh(now)}`,
    `terhitung_usang = 1 AND fetched_at >= ${fresh(now)}`,
  ];
  const limit = most === undefined ? '' : ` LIMIT ${most}`;
  return either.map((condition) => `(SELECT idperson FROM siswa WHERE ${condition}${limit})`).join(' UNION ');
}

/**
 * What the sums lack of the students of `siswa`, a row each: what they are is added, what they were counted as taken off. By
 * dormitory and religious school they are only counted.
 */
export function lacking(sisi: Sisi, siswa: string, now: string): string {
  const of = (is: string, was: string) => `IF(tanda = 1, ${is}, ${was})`;
  const groups = SISI[sisi].map((group) =>
    of(`siswa.${SISWA_GROUPS[group]}`, `was.${COUNTED_GROUPS[group]}`),
  );
  const both = Object.values(sums(now)).map(([column, is, was]) => {
    const isTold = sisi === 'lembaga' || column === 'total';
    return `${isTold ? `tanda * ${of(is, was)}` : 0} AS ${column}`;
  });
  return `SELECT '${sisi}' AS jenis, ${groups[0]} AS nama, ${groups[1]} AS bagian, ${both.join(', ')}
    FROM (${siswa}) AS yang STRAIGHT_JOIN siswa FORCE INDEX (PRIMARY) ON siswa.idperson = yang.idperson
      LEFT JOIN siswa_terhitung AS was ON was.idperson = siswa.idperson
      JOIN (SELECT 1 AS tanda UNION ALL SELECT -1) AS kedua
    WHERE ${of('siswa.left_at IS NULL', 'was.idperson IS NOT NULL')}`;
}

const same = (is: string, was: string) => `CAST(${is} AS BINARY) <=> CAST(${was} AS BINARY)`;
const sameText = (column: string) =>
  same(`IF(siswa.left_at IS NULL, siswa.${column}, NULL)`, `was.${column}`);
const sameGroups = (sisi: Sisi) =>
  SISI[sisi]
    .map((group) => same(`siswa.${SISWA_GROUPS[group]}`, `was.${COUNTED_GROUPS[group]}`))
    .concat('siswa.left_at IS NULL', 'was.idperson IS NOT NULL')
    .join(' AND ');

/** What of a student is seldom not as it was noted, as conditions. */
const SELDOM = {
  left: 'siswa.left_at IS NOT NULL',
  nama: `NOT (${sameText('nama')})`,
  phone: `NOT (${sameText('phone')})`,
  asrama: `NOT (${sameGroups('asrama')})`,
  diniyah: `NOT (${sameGroups('diniyah')})`,
};
export type Seldom = keyof typeof SELDOM;
export const SELDOM_NAMES = Object.keys(SELDOM) as Seldom[];

/** Those of some students of whom any of it is so, and which. */
export const SELDOM_CHANGED = `
  SELECT siswa.idperson, ${Object.entries(SELDOM)
    .map(([name, condition]) => `${condition} AS ${name}_`)
    .join(', ')}
  FROM siswa LEFT JOIN siswa_terhitung AS was ON was.idperson = siswa.idperson
  WHERE siswa.idperson IN (?) HAVING ${SELDOM_NAMES.map((name) => `${name}_`).join(' OR ')}`;

/** The columns of siswa_terhitung, and what of `siswa` is put there. */
export const asCounted = (now: string): Record<string, string> => ({
  idperson: 'siswa.idperson',
  nama: 'siswa.nama',
  phone: 'siswa.phone',
  ...Object.fromEntries(
    Object.entries(COUNTED_GROUPS).map(([group, column]) => [
      column,
      `siswa.${SISWA_GROUPS[group as keyof typeof SISWA_GROUPS]}`,
    ]),
  ),
  ...Object.fromEntries(AMOUNTS.map((column) => [column, `COALESCE(siswa.${column}, 0)`])),
  status: 'siswa.status_pembayaran',
  usang: stale(now),
  ulang: OUTDATED,
});

/** Notes on the rows of siswa as what they are counted. */
export const markCounted = (now: string) =>
  `terhitung = sidik, terhitung_usang = IF(left_at IS NULL, ${stale(now)}, NULL)`;
