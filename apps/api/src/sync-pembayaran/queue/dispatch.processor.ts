import { DISPATCH_QUEUE } from '@bantubayar/shared';
import { Process, Processor } from '@nestjs/bull';
import { Logger } from '@nestjs/common';
import type { Job } from 'bull';
import { DataSource } from 'typeorm';
import { isConnectionError } from '../../database/connection-error';
import { isLockConflict } from '../../database/transaction';
import { runFailed, runPrepared } from '../run/run-events';
import { SyncRunEventRepository } from '../run/sync-run-event.repository';
import { SyncRunSiswaRepository } from '../ledger/sync-run-siswa.repository';
import type { SyncRunEntity } from '../run/sync-run.entity';
import { SyncRunMoves } from '../run/sync-run-moves';
import { SyncRunRepository } from '../run/sync-run.repository';
import { Feeder } from './feeder';
import type { DispatchJob } from './sync.queues';

/** One job a run: writes the ledger, which fixes the total, then keeps the student queue filled. */
@Processor(DISPATCH_QUEUE)
export class DispatchProcessor {
  private readonly logger = new Logger(DispatchProcessor.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly runs: SyncRunRepository,
    private readonly moves: SyncRunMoves,
    private readonly ledger: SyncRunSiswaRepository,
    private readonly events: SyncRunEventRepository,
    private readonly feeder: Feeder,
  ) {}

  @Process()
  async process({ data: { runId } }: Job<DispatchJob>): Promise<void> {
    const run = await this.runs.find(runId);
    if (run?.status === 'preparing') await this.prepare(run);
    await this.feeder.feed(runId);
  }

  /** Ledger, total and state change together or not at all; a run that was cancelled meanwhile keeps no ledger. */
  private async prepare(run: SyncRunEntity): Promise<void> {
    try {
      await this.dataSource.transaction(async (manager) => {
        const total = await this.ledger.writePending(run.id, run.scope, manager);
        const prepared = await this.moves.markAsRunning(run.id, total, manager);
        if (!prepared) throw new RunClosedError();
        await this.events.add(run.id, [runPrepared(total)], manager);
      });
    } catch (error) {
      if (error instanceof RunClosedError) return;
      if (isTransient(error)) throw error;
      this.logger.error(error);
      const failed = await this.moves.markAsFailed(run.id, String(error));
      if (failed) await this.events.add(run.id, [runFailed(String(error))]);
      return;
    }
    await this.moves.endIfDone(run.id);
  }
}

class RunClosedError extends Error {}

/** The reconciler hands the run over again. */
function isTransient(error: unknown): boolean {
  return isConnectionError(error) || isLockConflict(error);
}
