/** After this many hours without a fetch a student's payments count as stale (usang). */
export const STALE_HOURS = 24;

export const STATUS_PEMBAYARAN = ['lunas', 'belum_lunas', 'belum_sinkron'] as const;
/**
 * A student's standing: `lunas` has no period in arrears, `belum_lunas` has one or more,
 * `belum_sinkron` has never been fetched.
 * @example "belum_lunas"
 */
export type StatusPembayaran = (typeof STATUS_PEMBAYARAN)[number];

export const SISWA_SORTS = [
  'nama',
  '-nama',
  'idperson',
  '-idperson',
  'tunggakan',
  '-tunggakan',
  'fetchedAt',
  '-fetchedAt',
  'changedAt',
  '-changedAt',
] as const;
/**
 * How the list can be sorted; a leading `-` turns it round. Students never fetched come first by `fetchedAt`.
 * @example "-tunggakan"
 */
export type SiswaSort = (typeof SISWA_SORTS)[number];

/** What groups students: the name by which lists, scopes and exports take it, and the roster's column that tells it. */
export const SISWA_GROUPS = {
  lembaga: 'UnitFormal',
  kelas: 'KelasFormal',
  asrama: 'AsramaPondok',
  kamar: 'KamarPondok',
  tingkatDiniyah: 'TingkatDiniyah',
  kelasDiniyah: 'KelasDiniyah',
} as const;
export type SiswaGroup = keyof typeof SISWA_GROUPS;
