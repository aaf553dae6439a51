import { type PauseCode, type RunStatus, type StatusBefore, statusesBefore } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { againWhenLost, inTransaction, isDuplicate, type Transaction } from '../../database/transaction';
import {
  type Choice,
  DONE,
  ENDED,
  IN_MS,
  NO_PAUSE,
  RATE_WINDOW_RESTARTS,
  RESUMED,
  RESUMES,
  toMicros,
} from './run-move.sql';
import { tellOfMove } from './run-webhooks';

/** What else a move is, apart from its states. */
interface Move {
  set: string;
  params?: unknown[];
  /** What the run must be too. */
  where?: [sql: string, ...params: unknown[]];
  manager?: EntityManager;
}

/**
 * Moves a run from state to state. Every move is one conditional UPDATE: it answers false where the run is not there to
 * move. One that the table of moves does not have does not compile. Long, since all of them stand here, to be read beside
 * that table.
 */
@Injectable()
export class SyncRunMoves {
  constructor(private readonly dataSource: DataSource) {}

  /** False also when another run became active first. */
  async promote(id: string): Promise<boolean> {
    try {
      return await this.move(id, ['queued'], 'preparing', { set: 'started_at = UTC_TIMESTAMP(3)' });
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** The ledger has `total` rows: from now on students are fetched. */
  markAsRunning(id: string, total: number, manager: EntityManager): Promise<boolean> {
    const set = `total = ?, ${RATE_WINDOW_RESTARTS}`;
    return this.move(id, ['preparing'], 'running', { set, params: [total], manager });
  }

  /** Ends a running run whose students have all ended; the writer of the last result does it by itself. */
  endIfDone(id: string): Promise<boolean> {
    const set = `finished_at = UTC_TIMESTAMP(3), ${NO_PAUSE}`;
    return this.move(id, ['running'], ENDED, { set, where: [DONE] });
  }

  markAsPausedByOperator(id: string, reason: string): Promise<boolean> {
    return this.move(id, ['running'], 'paused', pausedFor('operator', reason, null));
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
    const where: Move['where'] = ['resumes = ?', resumes];
    return this.move(id, ['running'], 'paused', { ...pausedFor(code, reason, resumeInMs), where });
  }

  /** Pauses within a transaction of its own results. */
  pauseForFormat(id: string, reason: string, manager: EntityManager): Promise<boolean> {
    return this.move(id, ['running'], 'paused', { ...pausedFor('format_changed', reason, null), manager });
  }

  /** Pauses for trouble of our own, which may come before the ledger is written too. */
  pauseForOwnTrouble(
    id: string,
    code: 'database_refuses' | 'queue_refuses',
    reason: string,
    resumeInMs: number | null,
  ): Promise<boolean> {
    return this.move(id, ['preparing', 'running'], 'paused', pausedFor(code, reason, resumeInMs));
  }

  /** Claims the next try of a run that resumes by itself: true for one worker each time its time has come. */
  takeProbe(id: string, nextInMs: number): Promise<boolean> {
    const sql = `UPDATE sync_run SET resume_at = ${IN_MS}
       WHERE id = ? AND status = 'paused' AND resume_at <= UTC_TIMESTAMP(3)`;
    return againWhenLost(() => changes(this.dataSource.manager, sql, [toMicros(nextInMs), id]));
  }

  markAsResumed(id: string): Promise<boolean> {
    return this.move(id, ['paused'], RESUMED, { set: RESUMES });
  }

  /** The same, if `code` is what it is paused for. */
  resumeFrom(id: string, code: PauseCode): Promise<boolean> {
    return this.move(id, ['paused'], RESUMED, { set: RESUMES, where: ['pause_code = ?', code] });
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
    const set = `cancelled_by = ?, ${NO_PAUSE}`;
    return this.move(id, statusesBefore('cancelling'), 'cancelling', { set, params: [by] });
  }

  markAsCancelled(id: string): Promise<boolean> {
    return this.move(id, ['cancelling'], 'cancelled', { set: 'finished_at = UTC_TIMESTAMP(3)' });
  }

  /** Takes a queued run back before its turn. */
  takeBack(id: string, by: string): Promise<boolean> {
    const set = 'cancelled_by = ?, finished_at = UTC_TIMESTAMP(3)';
    return this.move(id, ['queued'], 'cancelled', { set, params: [by] });
  }

  markAsFailed(id: string, error: string): Promise<boolean> {
    const set = `error = ?, finished_at = UTC_TIMESTAMP(3), ${NO_PAUSE}`;
    return this.move(id, statusesBefore('failed'), 'failed', { set, params: [error.slice(0, 500)] });
  }

  /** What is set may read the row as it was but for its status: MySQL assigns from left to right. */
  private move<To extends RunStatus>(
    id: string,
    from: readonly NoInfer<StatusBefore<To>>[],
    to: To | Choice<To>,
    { set, params = [], where: [where, ...conditions] = ['TRUE'], manager }: Move,
  ): Promise<boolean> {
    const [status, ...fixed] = typeof to === 'string' ? ['?', to] : [to.sql];
    const sql = `UPDATE sync_run SET status = ${status}, ${set} WHERE id = ? AND status IN (?) AND ${where}`;
    const moveAndTell = async (on: EntityManager): Promise<boolean> => {
      const moved = await changes(on, sql, [...fixed, ...params, id, from, ...conditions]);
      if (moved) await tellOfMove(on, id, from);
      return moved;
    };
    return manager ? moveAndTell(manager) : inTransaction(this.dataSource, (tx) => moveAndTell(tx.manager));
  }
}

/** Whether the statement changed its row. */
async function changes(on: EntityManager, sql: string, params: unknown[]): Promise<boolean> {
  const { affectedRows } = await on.query<{ affectedRows: number }>(sql, params);
  return affectedRows === 1;
}

function pausedFor(code: PauseCode, reason: string, resumeInMs: number | null): Move {
  return {
    set: `pause_code = ?, pause_reason = ?, resume_at = ${IN_MS}`,
    params: [code, reason.slice(0, 500), toMicros(resumeInMs)],
  };
}
