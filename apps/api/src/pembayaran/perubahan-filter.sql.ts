import { allOf, type Sql } from '../common/sql';

/** Whose changes: of a run, of a student or of certain students, and which of them. */
export interface PerubahanFilter {
  runId?: string;
  idperson?: string;
  /** A condition over `siswa`. */
  siswa?: Sql;
  /** true: only those whose dibayar grew; false: only the others. */
  paid?: boolean;
  /** Only changes with a smaller id. */
  before?: string;
}

/** The condition over pembayaran_change joined with siswa. */
export function perubahanMatching({ runId, idperson, siswa, paid, before }: PerubahanFilter): Sql {
  return allOf([
    runId === undefined ? null : ['run_id = ?', runId],
    idperson === undefined ? null : ['idperson = ?', idperson],
    before === undefined ? null : ['id < ?', before],
    siswa ? [siswa.sql, ...siswa.params] : null,
    paid === undefined ? null : [paid ? 'dibayar_selisih > 0' : 'dibayar_selisih <= 0'],
  ]);
}
