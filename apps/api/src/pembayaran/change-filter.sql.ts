import type { PerubahanQueryDto } from '@bantubayar/shared';
import { searchOf } from '../common/search';

/** Whose changes: of a run or of a student, and which of them. */
export interface ChangeFilter extends Omit<PerubahanQueryDto, 'limit' | 'cursor'> {
  runId?: string;
  idperson?: string;
  /** Only changes with a smaller id. */
  before?: string;
}

/** The condition over pembayaran_change joined with siswa, with its parameters. */
export function changesMatching(filter: ChangeFilter): { sql: string; params: unknown[] } {
  const conditions: [string, ...unknown[]][] = [];
  if (filter.runId !== undefined) conditions.push(['run_id = ?', filter.runId]);
  if (filter.idperson !== undefined) conditions.push(['idperson = ?', filter.idperson]);
  if (filter.before !== undefined) conditions.push(['id < ?', filter.before]);
  if (filter.lembaga !== undefined) conditions.push(['siswa.UnitFormal = ?', filter.lembaga]);
  if (filter.kelas !== undefined) conditions.push(['siswa.KelasFormal = ?', filter.kelas]);
  if (filter.paid !== undefined)
    conditions.push([filter.paid ? 'dibayar_selisih > 0' : 'dibayar_selisih <= 0']);
  const search = searchOf(filter.search);
  if (search) conditions.push(['(siswa.nama LIKE ? OR idperson LIKE ?)', search.part, search.begin]);
  return {
    sql: conditions.map(([sql]) => sql).join(' AND '),
    params: conditions.flatMap(([, ...params]) => params),
  };
}
