import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { env } from '../../config/env';

const LOOK_EVERY_MS = 600_000;
const CHUNK = 5_000;
const WITHOUT_PROBLEM = ['updated', 'unchanged', 'left'];
/** How far it was, and whom the ledger names anyway. */
const PASSING_LINES = ['milestone', 'siswa_failed', 'failures_capped'];

/**
 * Thins the ledgers of runs that ended long ago: rows of students without a problem go, a chunk a call; failures,
 * answers under review and students not reached stay, as do the run's figures, its moves in the log and what changed.
 */
@Injectable()
export class LedgerRetention {
  private nextLook = 0;

  constructor(private readonly dataSource: DataSource) {}

  /** Looks for old ledgers every ten minutes, and while there are some works on one of them at each call. */
  async thinSome(days = env.LEDGER_RETENTION_DAYS): Promise<void> {
    if (days === 0 || performance.now() < this.nextLook) return;
    const runId = await this.firstDue(days);
    if (runId === null) this.nextLook = performance.now() + LOOK_EVERY_MS;
    else if ((await this.thin(runId)) < CHUNK) await this.markAsThinned(runId);
  }

  private async firstDue(days: number): Promise<string | null> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM sync_run
       WHERE thinned_at IS NULL AND finished_at < UTC_TIMESTAMP(3) - INTERVAL ? DAY ORDER BY id LIMIT 1`,
      [days],
    );
    return row?.id ?? null;
  }

  private async thin(runId: string): Promise<number> {
    const { affectedRows } = await this.dataSource.query<{ affectedRows: number }>(
      'DELETE FROM sync_run_siswa WHERE run_id = ? AND outcome IN (?) LIMIT ?',
      [runId, WITHOUT_PROBLEM, CHUNK],
    );
    return affectedRows;
  }

  private async markAsThinned(runId: string): Promise<void> {
    await this.dataSource.query('DELETE FROM sync_run_event WHERE run_id = ? AND code IN (?)', [
      runId,
      PASSING_LINES,
    ]);
    await this.dataSource.query('UPDATE sync_run SET thinned_at = UTC_TIMESTAMP(3) WHERE id = ?', [runId]);
  }
}
