import type { SyncScopeDto } from '@bantubayar/shared';

/** The students of a scope as the tail of a SELECT: `FROM siswa … WHERE …` with its parameters. */
export function siswaInScope(scope: SyncScopeDto): { sql: string; params: unknown[] } {
  const conditions: [string, ...unknown[]][] = [['siswa.left_at IS NULL']];
  if (scope.lembaga !== undefined) conditions.push(['siswa.UnitFormal = ?', scope.lembaga]);
  if (scope.kelas !== undefined) conditions.push(['siswa.KelasFormal = ?', scope.kelas]);
  if (scope.idperson) conditions.push(['siswa.idperson IN (?)', scope.idperson]);
  const ofReason = scope.reason ? [' AND reason = ?)', scope.reason] : [')'];
  const [closing, ...reason] = ofReason;
  if (scope.failedOf)
    conditions.push([`${inLedger} AND outcome = 'failed'${closing}`, scope.failedOf, ...reason]);
  if (scope.retryOf) {
    conditions.push([`${inLedger} AND ${FAILED_OR_NOT_REACHED}${closing}`, scope.retryOf, ...reason]);
  }
  if (scope.staleHours !== undefined) {
    conditions.push([
      '(siswa.fetched_at IS NULL OR siswa.fetched_at < UTC_TIMESTAMP(3) - INTERVAL ? HOUR)',
      scope.staleHours,
    ]);
  }
  return {
    sql: `FROM siswa WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`,
    params: conditions.flatMap(([, ...params]) => params),
  };
}

const inLedger =
  'siswa.idperson IN (SELECT idperson FROM sync_run_siswa JOIN sync_run ON sync_run.id = run_id AND total > 0 WHERE run_id = ?';
/** Who is pending when the run has ended was not reached. */
const FAILED_OR_NOT_REACHED = "outcome IN ('failed', 'not_run', 'pending')";
