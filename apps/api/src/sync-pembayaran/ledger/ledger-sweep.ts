import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { againWhenLost } from '../../database/transaction';

const CHUNK = 10_000;

/**
 * Tidies the ledgers of cancelled runs: students not reached are marked, and what was written for a run that never
 * began goes. In chunks, so that no lock is held for long and no cancel waits for it: a pending row of an ended run
 * reads as not_run anyway, and a run without a total has no rows.
 */
@Injectable()
export class LedgerSweep {
  constructor(private readonly dataSource: DataSource) {}

  /** All of one cancelled run. */
  async sweep(runId: string): Promise<void> {
    while (await this.sweepChunk(runId));
  }

  /** A chunk of a run whose sweep was left half-way, if there is one. */
  async sweepSome(): Promise<void> {
    const [left] = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM sync_run WHERE status = 'cancelled' AND EXISTS
         (SELECT 1 FROM sync_run_siswa WHERE run_id = sync_run.id AND outcome = 'pending') LIMIT 1`,
    );
    if (left) await this.sweepChunk(left.id);
  }

  private async sweepChunk(runId: string): Promise<boolean> {
    const [run] = await this.dataSource.query<{ total: number; finishedAt: Date }[]>(
      `SELECT total, finished_at AS finishedAt FROM sync_run WHERE id = ? AND status = 'cancelled'`,
      [runId],
    );
    if (!run) return false;
    const rest = `WHERE run_id = ? AND outcome = 'pending' LIMIT ${CHUNK}`;
    const { affectedRows } = await againWhenLost(() =>
      run.total === 0
        ? this.dataSource.query<{ affectedRows: number }>(`DELETE FROM sync_run_siswa ${rest}`, [runId])
        : this.dataSource.query<{ affectedRows: number }>(
            `UPDATE sync_run_siswa SET outcome = 'not_run', finished_at = ? ${rest}`,
            [run.finishedAt, runId],
          ),
    );
    return affectedRows === CHUNK;
  }
}
