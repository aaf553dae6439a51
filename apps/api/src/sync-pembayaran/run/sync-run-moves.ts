import { type PauseCode, type RunStatus, statusesBefore } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { againWhenLost, isDuplicate, type Transaction } from '../../database/transaction';

/** Moves a run from state to state. Every move is one conditional UPDATE: it answers false where the run is not there to move. */
@Injectable()
export class SyncRunMoves {
  constructor(private readonly dataSource: DataSource) {}

  /** False also when another run became active first. */
  async promote(id: string): Promise<boolean> {
    try {
      return await this.move(id, 'preparing', ['queued'], 'started_at = UTC_TIMESTAMP(3)');
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** The ledger has `total` rows: from now on students are fetched. */
  markAsRunning(id: string, total: number, manager: EntityManager): Promise<boolean> {
    return this.move(id, 'running', ['preparing'], `total = ?, ${RATE_WINDOW_RESTARTS}`, [total], manager);
  }

  /** Ends a running run whose students have all ended; the writer of the last result does it by itself. */
  endIfDone(id: string): Promise<boolean> {
    return this.update(
      `UPDATE sync_run SET ${END_WHEN_DONE} WHERE id = ? AND status = 'running'
         AND updated + unchanged + failed + skipped >= total`,
      [id],
    );
  }

  markAsPausedByOperator(id: string, reason: string): Promise<boolean> {
    return this.move(id, 'paused', ['running'], "pause_code = 'operator', pause_reason = ?", [reason]);
  }

  /**
   * Pauses for what a request ran into that began after `resumes` resumptions; refused when the run was resumed since.
   * `resumeInMs`: when to try again by itself; null where somebody has to act.
   */
  markAsPaused(
    id: string,
    resumes: number,
    code: PauseCode,
    reason: string,
    resumeInMs: number | null,
  ): Promise<boolean> {
    return this.update(
      `UPDATE sync_run SET status = 'paused', pause_code = ?, pause_reason = ?, resume_at = ${IN_MS}
       WHERE id = ? AND status = 'running' AND resumes = ?`,
      [code, reason.slice(0, 500), toMicros(resumeInMs), id, resumes],
    );
  }

  /** Pauses for trouble of our own, which may come before the ledger is written too. */
  pauseForOwnTrouble(
    id: string,
    code: 'database_refuses' | 'queue_refuses',
    reason: string,
    resumeInMs: number | null,
  ): Promise<boolean> {
    const set = `pause_code = ?, pause_reason = ?, resume_at = ${IN_MS}`;
    const params = [code, reason.slice(0, 500), toMicros(resumeInMs)];
    return this.move(id, 'paused', ['preparing', 'running'], set, params);
  }

  /** Claims the next try of a run that resumes by itself: true for one worker each time its time has come. */
  takeProbe(id: string, nextInMs: number): Promise<boolean> {
    return this.update(
      `UPDATE sync_run SET resume_at = ${IN_MS}
       WHERE id = ? AND status = 'paused' AND resume_at <= UTC_TIMESTAMP(3)`,
      [toMicros(nextInMs), id],
    );
  }

  markAsResumed(id: string): Promise<boolean> {
    return this.update(`UPDATE sync_run SET ${RESUMED} WHERE id = ? AND status = 'paused'`, [id]);
  }

  /** The same, if `code` is what it is paused for. */
  resumeFrom(id: string, code: PauseCode): Promise<boolean> {
    return this.update(
      `UPDATE sync_run SET ${RESUMED} WHERE id = ? AND status = 'paused' AND pause_code = ?`,
      [id, code],
    );
  }

  /** Whether the run is being prepared; nobody moves it until the transaction ends. */
  async lockPreparing(tx: Transaction, id: string): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `SELECT id FROM sync_run WHERE id = ? AND status = 'preparing' FOR UPDATE`,
      [id],
    );
    return rows.length === 1;
  }

  markAsCancelling(id: string, by: string): Promise<boolean> {
    return this.move(id, 'cancelling', statusesBefore('cancelling'), `cancelled_by = ?, ${NO_PAUSE}`, [by]);
  }

  markAsCancelled(id: string): Promise<boolean> {
    return this.move(id, 'cancelled', ['cancelling'], 'finished_at = UTC_TIMESTAMP(3)');
  }

  /** Takes a queued run back before its turn. */
  takeBack(id: string, by: string): Promise<boolean> {
    return this.move(id, 'cancelled', ['queued'], 'cancelled_by = ?, finished_at = UTC_TIMESTAMP(3)', [by]);
  }

  markAsFailed(id: string, error: string): Promise<boolean> {
    const set = `error = ?, finished_at = UTC_TIMESTAMP(3), ${NO_PAUSE}`;
    return this.move(id, 'failed', statusesBefore('failed'), set, [error.slice(0, 500)]);
  }

  private move(
    id: string,
    to: RunStatus,
    from: RunStatus[],
    set: string,
    params: unknown[] = [],
    manager?: EntityManager,
  ): Promise<boolean> {
    const sql = `UPDATE sync_run SET status = ?, ${set} WHERE id = ? AND status IN (?)`;
    return this.update(sql, [to, ...params, id, from], manager);
  }

  /** Alone it is tried again when it loses to another transaction; within one, that one is. */
  private async update(sql: string, params: unknown[], manager?: EntityManager): Promise<boolean> {
    const run = (on: EntityManager) => on.query<{ affectedRows: number }>(sql, params);
    const { affectedRows } = manager
      ? await run(manager)
      : await againWhenLost(() => run(this.dataSource.manager));
    return affectedRows === 1;
  }
}

const IN_MS = 'UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND';
const toMicros = (ms: number | null) => (ms === null ? null : ms * 1000);

const NO_PAUSE = 'pause_code = NULL, pause_reason = NULL, resume_at = NULL';

/** The rate is told from now on; a pause does not count as slowness. */
const RATE_WINDOW_RESTARTS = `
  window_from_at = UTC_TIMESTAMP(3), window_from_processed = updated + unchanged + failed + skipped,
  window_mark_at = UTC_TIMESTAMP(3), window_mark_processed = updated + unchanged + failed + skipped`;

/** It goes on where it stood: one without students in its ledger was still being prepared. MySQL assigns from left to right. */
const RESUMED = `
  status = IF(total > 0, 'running', 'preparing'), pause_code = NULL, pause_reason = NULL, resume_at = NULL,
  resumes = resumes + 1, format_contradictions = '', format_flaws = '', ${RATE_WINDOW_RESTARTS}`;

/** Ends a run in the statement that counts its last student. MySQL assigns from left to right. */
export const END_WHEN_DONE = `
  status = IF(updated + unchanged + failed + skipped >= total, IF(failed > 0, 'partial', 'completed'), status),
  finished_at = IF(status IN ('completed', 'partial'), UTC_TIMESTAMP(3), NULL),
  pause_code = IF(status = 'paused', pause_code, NULL),
  pause_reason = IF(status = 'paused', pause_reason, NULL),
  resume_at = IF(status = 'paused', resume_at, NULL)`;
