import {
  type RingkasanDto,
  SISWA_GROUPS,
  type SiswaFilterDto,
  type SiswaGroup,
  STALE_HOURS,
} from '@bantubayar/shared';
import { type Condition, is } from '../common/sql';

/** Two groups of students, the second one within the first, by which everybody is counted. */
export const SISI = {
  lembaga: ['lembaga', 'kelas'],
  asrama: ['asrama', 'kamar'],
  diniyah: ['tingkatDiniyah', 'kelasDiniyah'],
} as const;
export type Sisi = keyof typeof SISI;

/** By which groups it is counted what a filter asks for; null where it asks for more, or for groups of several. */
export function sisiOf(filter: object): Sisi | null {
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : name));
  const found = Object.entries(SISI).find(([, groups]) =>
    asked.every((name) => (groups as readonly string[]).includes(name)),
  );
  return (found?.[0] as Sisi | undefined) ?? null;
}

/** More than so many are sooner summed up from their rows than added to the sums. */
export const MOST_UNCOUNTED = 20_000;

const COUNTED_GROUPS = {
  lembaga: 'lembaga',
  kelas: 'kelas',
  asrama: 'asrama',
  kamar: 'kamar',
  tingkatDiniyah: 'tingkat_diniyah',
  kelasDiniyah: 'kelas_diniyah',
} as const;

/** What narrows students down, as conditions over `siswa_terhitung`, called `was`, and over `siswa`. */
export type Within = Record<'counted' | 'stored', Condition[]>;

/** Groups and standing alone; null where a filter asks for more. */
export function within({ status, ...filter }: Partial<SiswaFilterDto>): Within | null {
  const found: Within = { counted: [], stored: [] };
  const narrow = (counted: string, stored: string, value: unknown) => {
    found.counted.push(is(`was.${counted} = ?`, value)!);
    found.stored.push(is(`siswa.${stored} = ?`, value)!);
  };
  if (status !== undefined) narrow('status', 'status_pembayaran', status);
  for (const [group, value] of Object.entries(filter)) {
    if (value === undefined) continue;
    if (!(group in COUNTED_GROUPS)) return null;
    narrow(COUNTED_GROUPS[group as SiswaGroup], SISWA_GROUPS[group as SiswaGroup], value);
  }
  return found;
}

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

/** Of whom these groups are not those by which they are counted. */
export function movedWithin(sisi: Sisi, siswa: string): string {
  const same = SISI[sisi].map(
    (group) =>
      `CAST(siswa.${SISWA_GROUPS[group]} AS BINARY) <=> CAST(was.${COUNTED_GROUPS[group]} AS BINARY)`,
  );
  return `SELECT siswa.idperson FROM siswa LEFT JOIN siswa_terhitung AS was ON was.idperson = siswa.idperson
    WHERE siswa.idperson IN (${siswa}) AND NOT (was.idperson IS NOT NULL AND siswa.left_at IS NULL AND ${same.join(' AND ')})`;
}

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
