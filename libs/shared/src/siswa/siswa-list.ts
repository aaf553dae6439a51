/** After this many hours without a fetch a student's payments count as stale (usang). */
export const STALE_HOURS = 24;

export const STATUS_PEMBAYARAN = ['lunas', 'belum_lunas', 'belum_sinkron'] as const;
/**
 * A student's standing: `lunas` owes nothing today, `belum_lunas` has a bill that fell due and is not paid,
 * `belum_sinkron` has never been fetched.
 * @example "belum_lunas"
 */
export type StatusPembayaran = (typeof STATUS_PEMBAYARAN)[number];

/** What an admin reads for a standing. */
export const STATUS_PEMBAYARAN_WORDS: Record<StatusPembayaran, string> = {
  lunas: 'Lunas',
  belum_lunas: 'Belum Lunas',
  belum_sinkron: 'Belum Sinkron',
};

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

/** How many days late an unpaid bill can be; `0` is due today, or has no date that can be read. */
export const UMUR_TUNGGAKAN = ['0', '1-30', '31-60', '61-90', '91-180', '>180'] as const;
/**
 * Days by which an unpaid bill is late, in groups.
 * @example "31-60"
 */
export type UmurTunggakan = (typeof UMUR_TUNGGAKAN)[number];

/** The first and the last day late of each group; without a last one, any more. */
export const UMUR_HARI: Record<UmurTunggakan, readonly [from: number, to: number | null]> = {
  '0': [0, 0],
  '1-30': [1, 30],
  '31-60': [31, 60],
  '61-90': [61, 90],
  '91-180': [91, 180],
  '>180': [181, null],
};

export const KELOMPOK_TUNGGAKAN = ['umur', 'kategori', 'periode', 'lembaga', 'kelas'] as const;
/** What arrears can be summed up by. @example "umur" */
export type KelompokTunggakan = (typeof KELOMPOK_TUNGGAKAN)[number];

/** Falls are told for so many days. */
export const TURUN_DAYS = 7;

export const SISWA_PERHATIAN = ['tinjauan', 'gagal', 'turun'] as const;
/**
 * Why a student needs a person: `tinjauan` has an answer that waits for a decision, `gagal` could not be fetched the last time,
 * `turun` has less paid or billed than before, seen within the last seven days.
 * @example "gagal"
 */
export type SiswaPerhatian = (typeof SISWA_PERHATIAN)[number];
