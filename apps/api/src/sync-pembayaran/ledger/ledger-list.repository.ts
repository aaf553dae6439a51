import {
  FAILURE_REASONS,
  isEnded,
  type LedgerQueryDto,
  type LedgerRowDto,
  type ReasonCountDto,
  type RunStatus,
  type SyncOutcome,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { allOf, type Condition, is, type Sql } from '../../common/sql';
import { siswaWhere } from '../../siswa/siswa-where';
import { NOT_SINCE } from './sync-scope.sql';

/** The run that a ledger is of. */
export interface LedgerOwner {
  id: string;
  status: RunStatus;
  total: number;
}

export type LedgerFilter = Omit<LedgerQueryDto, 'limit' | 'cursor'>;

/** The ledger of a run as it is read. Who is pending when the run has ended was not reached. */
@Injectable()
export class LedgerListRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The rows of a run that a filter matches, by idperson, after `after`. */
  async page(run: LedgerOwner, filter: LedgerFilter, limit: number, after: string): Promise<LedgerRowDto[]> {
    const { sql, params } = rowsOf(run, filter);
    const rows = await this.dataSource.query<Row[]>(
      `SELECT ledger.*, siswa.nama, siswa.UnitFormal, siswa.KelasFormal ${sql} AND ledger.idperson > ? ORDER BY ledger.idperson LIMIT ?`,
      [...params, after, limit],
    );
    return rows.map((row) => toDto(row, isEnded(run.status)));
  }

  /** How many rows of a run a filter matches. */
  async count(run: LedgerOwner, filter: LedgerFilter): Promise<number> {
    const { sql, params } = rowsOf(run, filter);
    const [row] = await this.dataSource.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${sql}`, params);
    return Number(row!.n);
  }

  /** How many students of a run ended without success, by outcome and reason; most first. */
  async reasons(runId: string): Promise<ReasonCountDto[]> {
    const rows = await this.dataSource.query<ReasonRow[]>(
      `SELECT outcome, reason, COUNT(*) AS n,
         COALESCE(SUM(siswa.left_at IS NULL AND ${NOT_SINCE}), 0) AS retryable,
         IF(MIN(message) = MAX(message), MIN(message), SUBSTRING_INDEX(MIN(message), ': ', 1)) AS message
       FROM sync_run_siswa JOIN sync_run ON sync_run.id = run_id LEFT JOIN siswa USING (idperson)
       WHERE run_id = ? AND reason IS NOT NULL GROUP BY outcome, reason ORDER BY n DESC, reason`,
      [runId],
    );
    return rows.map(({ n, retryable, ...row }) => ({
      ...row,
      action: FAILURE_REASONS[row.reason].action,
      count: Number(n),
      retryable: row.outcome === 'failed' ? Number(retryable) : 0,
    }));
  }
}

/** The rows as the tail of a SELECT; of students who are not known any more only where nothing is asked about students. */
function rowsOf({ id, status, total }: LedgerOwner, { outcome, reason, ...siswa }: LedgerFilter): Sql {
  const { sql, params } = allOf([
    ['ledger.run_id = ?', id],
    outcome === undefined ? null : endedSo(outcome, isEnded(status)),
    is('ledger.reason = ?', reason),
    isEnded(status) && total === 0 ? ['FALSE'] : null,
  ]);
  const about = siswaWhere(siswa);
  return {
    sql: `FROM sync_run_siswa AS ledger LEFT JOIN siswa USING (idperson) WHERE ${sql} AND ${about.sql}`,
    params: [...params, ...about.params],
  };
}

function endedSo(outcome: SyncOutcome, ended: boolean): Condition {
  if (!ended) return ['ledger.outcome = ?', outcome];
  if (outcome === 'pending') return ['FALSE'];
  return ['ledger.outcome IN (?)', outcome === 'not_run' ? ['not_run', 'pending'] : [outcome]];
}

type ReasonRow = Pick<ReasonCountDto, 'outcome' | 'reason' | 'message'> & { n: string; retryable: string };

type Told =
  'idperson' | 'nama' | 'UnitFormal' | 'KelasFormal' | 'outcome' | 'reason' | 'message' | 'attempts';

interface Row extends Pick<LedgerRowDto, Told> {
  http_status: number | null;
  duration_ms: number | null;
  dibayar_before: string | null;
  dibayar_after: string | null;
  finished_at: Date | null;
}

function toDto(row: Row, ended: boolean): LedgerRowDto {
  return {
    idperson: String(row.idperson),
    nama: row.nama,
    UnitFormal: row.UnitFormal,
    KelasFormal: row.KelasFormal,
    outcome: ended && row.outcome === 'pending' ? 'not_run' : row.outcome,
    reason: row.reason,
    message: row.message,
    httpStatus: row.http_status,
    attempts: row.attempts,
    durationMs: row.duration_ms,
    dibayarBefore: row.dibayar_before === null ? null : Number(row.dibayar_before),
    dibayarAfter: row.dibayar_after === null ? null : Number(row.dibayar_after),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
