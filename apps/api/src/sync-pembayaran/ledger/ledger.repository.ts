import {
  FAILURE_REASONS,
  type FailureReasonCode,
  isEnded,
  type ReasonCountDto,
  type RunStatus,
  type SyncOutcome,
  type LedgerRowDto,
  type SyncScopeDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Transaction } from '../../database/transaction';
import type { WrittenResult } from '../../pembayaran/pembayaran-writer';
import { siswaInScope } from './sync-scope.sql';
import { LedgerEntity } from './ledger.entity';

/** The run that a ledger is of. */
export interface LedgerOwner {
  id: string;
  status: RunStatus;
  total: number;
}

export interface LedgerFilter {
  outcome?: SyncOutcome;
  reason?: FailureReasonCode;
}

const CHUNK = 10_000;
const END_COLUMNS = [
  'outcome',
  'reason',
  'message',
  'http_status',
  'attempts',
  'duration_ms',
  'dibayar_before',
  'dibayar_after',
] as const;

/** The ledger of runs: who is in a run and how each of them ended. Long, since all SQL over its rows shares their columns. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** How many students a scope has now. */
  async countScope(scope: SyncScopeDto): Promise<number> {
    const { sql, params } = siswaInScope(scope);
    const [row] = await this.dataSource.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${sql}`, params);
    return Number(row!.n);
  }

  /**
   * Writes pending rows for the next students of the scope, in the order of idperson and behind those that the run has
   * already; false when there were none left.
   */
  async writePending(tx: Transaction, runId: string, scope: SyncScopeDto): Promise<boolean> {
    const { sql, params } = siswaInScope(scope);
    const [last] = await tx.query<{ idperson: string }[]>(
      'SELECT idperson FROM sync_run_siswa WHERE run_id = ? ORDER BY idperson DESC LIMIT 1',
      [runId],
    );
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      `INSERT INTO sync_run_siswa (run_id, idperson)
       SELECT ?, siswa.idperson ${sql} AND siswa.idperson > ? ORDER BY siswa.idperson LIMIT ${CHUNK}`,
      [runId, ...params, last?.idperson ?? '0'],
    );
    return affectedRows > 0;
  }

  /** How many students a run has. */
  async count(tx: Transaction, runId: string): Promise<number> {
    const [row] = await tx.query<{ n: string }[]>(
      'SELECT COUNT(*) AS n FROM sync_run_siswa WHERE run_id = ?',
      [runId],
    );
    return Number(row!.n);
  }

  /** The next pending students by idperson, after `after`. */
  async pendingAfter(runId: string, after: string, limit: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ idperson: string }[]>(
      `SELECT idperson FROM sync_run_siswa
       WHERE run_id = ? AND outcome = 'pending' AND idperson > ? ORDER BY idperson LIMIT ?`,
      [runId, after, limit],
    );
    return rows.map(({ idperson }) => String(idperson));
  }

  /** Those of the students whose rows are still pending, locked until the transaction ends. */
  async claimPending(tx: Transaction, runId: string, idpersons: string[]): Promise<Set<string>> {
    const rows = await tx.query<{ idperson: string }[]>(
      `SELECT idperson FROM sync_run_siswa
       WHERE run_id = ? AND idperson IN (?) AND outcome = 'pending' ORDER BY idperson FOR UPDATE`,
      [runId, idpersons],
    );
    return new Set(rows.map(({ idperson }) => String(idperson)));
  }

  /** Ends the claimed rows. */
  async end(tx: Transaction, runId: string, ends: WrittenResult[]): Promise<void> {
    const first = `SELECT CAST(? AS UNSIGNED) AS idperson, ${END_COLUMNS.map((column) => `? AS ${column}`).join(', ')}`;
    const next = `UNION ALL SELECT CAST(? AS UNSIGNED), ${END_COLUMNS.map(() => '?').join(', ')}`;
    await tx.execute(
      `UPDATE sync_run_siswa AS ledger
       JOIN (${[first, ...Array<string>(ends.length - 1).fill(next)].join(' ')}) AS ended USING (idperson)
       SET ${END_COLUMNS.map((column) => `ledger.${column} = ended.${column}`).join(', ')},
           ledger.finished_at = UTC_TIMESTAMP(3)
       WHERE ledger.run_id = ?`,
      [
        ...ends.flatMap((end) => [
          end.idperson,
          end.outcome,
          end.reason,
          end.message,
          end.httpStatus,
          end.attempts,
          end.durationMs,
          end.dibayarBefore,
          end.dibayarAfter,
        ]),
        runId,
      ],
    );
  }

  /** How many students of a run ended without success, by outcome and reason; most first. */
  async reasons(runId: string): Promise<ReasonCountDto[]> {
    const rows = await this.dataSource.query<(Omit<ReasonCountDto, 'action' | 'count'> & { n: string })[]>(
      `SELECT outcome, reason, COUNT(*) AS n,
         IF(MIN(message) = MAX(message), MIN(message), SUBSTRING_INDEX(MIN(message), ': ', 1)) AS message
       FROM sync_run_siswa
       WHERE run_id = ? AND reason IS NOT NULL GROUP BY outcome, reason ORDER BY n DESC, reason`,
      [runId],
    );
    return rows.map(({ n, ...row }) => ({
      ...row,
      action: FAILURE_REASONS[row.reason].action,
      count: Number(n),
    }));
  }

  /** The rows of a run by idperson, after `after`. Who is pending when a run has ended was not reached. */
  async page(
    { id: runId, status, total }: LedgerOwner,
    { outcome, ...filter }: LedgerFilter,
    limit: number,
    after: string,
  ): Promise<LedgerRowDto[]> {
    const ended = isEnded(status);
    if (ended && (total === 0 || outcome === 'pending')) return [];
    const outcomes = ended && outcome === 'not_run' ? In(['not_run', 'pending']) : outcome;
    const rows = await this.dataSource
      .getRepository(LedgerEntity)
      .createQueryBuilder('ledger')
      .leftJoinAndSelect('ledger.siswa', 'siswa')
      .where({ runId, ...(outcomes && { outcome: outcomes }), ...filter })
      .andWhere('ledger.idperson > :after', { after })
      .orderBy('ledger.idperson')
      .limit(limit)
      .getMany();
    return rows.map((row) => toDto(row, ended));
  }
}

function toDto(row: LedgerEntity, ended: boolean): LedgerRowDto {
  return {
    idperson: String(row.idperson),
    nama: row.siswa?.nama ?? null,
    outcome: ended && row.outcome === 'pending' ? 'not_run' : row.outcome,
    reason: row.reason,
    message: row.message,
    httpStatus: row.httpStatus,
    attempts: row.attempts,
    durationMs: row.durationMs,
    dibayarBefore: row.dibayarBefore === null ? null : Number(row.dibayarBefore),
    dibayarAfter: row.dibayarAfter === null ? null : Number(row.dibayarAfter),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
