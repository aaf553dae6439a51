import type { SyncScopeDto } from '@bantubayar/shared';
import { allOf, type Condition, is, type Sql } from '../../common/sql';
import { rosterWhere } from '../../siswa/siswa-where';

/** The students of a scope as the tail of a SELECT: `FROM siswa WHERE …`. */
export function siswaInScope({ failedOf, retryOf, reason, unmended, ...filter }: SyncScopeDto): Sql {
  const roster = rosterWhere(filter);
  const ledgers = allOf([
    endedIn(failedOf, "outcome = 'failed'", { reason, unmended }),
    endedIn(retryOf, FAILED_OR_NOT_REACHED, { reason, unmended }),
  ]);
  return {
    sql: `FROM siswa WHERE ${roster.sql} AND ${ledgers.sql}`,
    params: [...roster.params, ...ledgers.params],
  };
}

/** Who is pending when the run has ended was not reached. */
const FAILED_OR_NOT_REACHED = "outcome IN ('failed', 'not_run', 'pending')";

/** Nothing has fetched the student since. */
export const NOT_SINCE =
  '(siswa.fetched_at IS NULL OR siswa.fetched_at <= COALESCE(sync_run_siswa.finished_at, sync_run.finished_at))';

type Which = Pick<SyncScopeDto, 'reason' | 'unmended'>;

function endedIn(runId: string | undefined, outcome: string, { reason, unmended }: Which): Condition | null {
  if (runId === undefined) return null;
  const { sql, params } = allOf([
    ['run_id = ?', runId],
    [outcome],
    is('reason = ?', reason),
    unmended ? [NOT_SINCE] : null,
  ]);
  return [
    `siswa.idperson IN (SELECT idperson FROM sync_run_siswa
       JOIN sync_run ON sync_run.id = run_id AND total > 0 WHERE ${sql})`,
    ...params,
  ];
}
