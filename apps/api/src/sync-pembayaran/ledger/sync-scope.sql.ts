import type { SyncScopeDto } from '@bantubayar/shared';
import { allOf, type Condition, type Sql } from '../../common/sql';
import { rosterWhere } from '../../siswa/siswa-where';

/** The students of a scope as the tail of a SELECT: `FROM siswa WHERE …`. */
export function siswaInScope({ failedOf, retryOf, reason, ...filter }: SyncScopeDto): Sql {
  const roster = rosterWhere(filter);
  const ledgers = allOf([
    endedIn(failedOf, "outcome = 'failed'", reason),
    endedIn(retryOf, FAILED_OR_NOT_REACHED, reason),
  ]);
  return {
    sql: `FROM siswa WHERE ${roster.sql} AND ${ledgers.sql}`,
    params: [...roster.params, ...ledgers.params],
  };
}

/** Who is pending when the run has ended was not reached. */
const FAILED_OR_NOT_REACHED = "outcome IN ('failed', 'not_run', 'pending')";

function endedIn(runId: string | undefined, outcome: string, reason: string | undefined): Condition | null {
  if (runId === undefined) return null;
  const { sql, params } = allOf([['run_id = ?', runId], [outcome], reason ? ['reason = ?', reason] : null]);
  return [
    `siswa.idperson IN (SELECT idperson FROM sync_run_siswa
       JOIN sync_run ON sync_run.id = run_id AND total > 0 WHERE ${sql})`,
    ...params,
  ];
}
