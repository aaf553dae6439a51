import { allOf, type Sql } from '../common/sql';

/** Whose changes: of a run, of a student or of certain students, and which of them. */
export interface PerubahanFilter {
  runId?: string;
  idperson?: string;
  /** A condition over `siswa`. */
  siswa?: Sql;
  /** true: only those whose dibayar grew; false: only the others. */
  paid?: boolean;
  /** true: only those in which less is paid, or less billed; false: only the others. */
  turun?: boolean;
  /** Only changes with a smaller id. */
  before?: string;
}

/** A change of payments that were known before: neither a student's first answer nor a change of the roster. */
export const OF_PEMBAYARAN = "jenis = 'pembayaran'";

/** What is never good news: less is paid than before, or less billed. */
export const FELL = '(dibayar_selisih < 0 OR tagihan_selisih < 0)';

/** The condition over pembayaran_change joined with siswa. */
export function perubahanMatching({ runId, idperson, siswa, paid, turun, before }: PerubahanFilter): Sql {
  return allOf([
    [OF_PEMBAYARAN],
    runId === undefined ? null : ['run_id = ?', runId],
    idperson === undefined ? null : ['idperson = ?', idperson],
    before === undefined ? null : ['id < ?', before],
    siswa ? [siswa.sql, ...siswa.params] : null,
    paid === undefined ? null : [paid ? 'dibayar_selisih > 0' : 'dibayar_selisih <= 0'],
    turun === undefined ? null : [turun ? FELL : `NOT ${FELL}`],
  ]);
}
