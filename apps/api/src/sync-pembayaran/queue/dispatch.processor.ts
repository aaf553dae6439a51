import { DISPATCH_QUEUE } from '@bantubayar/shared';
import { Process, Processor } from '@nestjs/bull';
import { Logger } from '@nestjs/common';
import type { Job } from 'bull';
import { mayPass } from '../../database/connection-error';
import { refusalOf } from '../../database/refusal';
import { runFailed } from '../run/run-events';
import { RunEnder } from '../run/run-ender';
import { RunPreparer } from '../run/run-preparer';
import { SyncRunEventRepository } from '../run/sync-run-event.repository';
import type { SyncRunEntity } from '../run/sync-run.entity';
import { SyncRunMoves } from '../run/sync-run-moves';
import { SyncRunRepository } from '../run/sync-run.repository';
import { DatabaseTrouble } from './database-trouble';
import { Feeder } from './feeder';
import type { DispatchJob } from '../run/sync.queues';

/** One job a run: writes the ledger, which fixes the total, then keeps the student queue filled. */
@Processor(DISPATCH_QUEUE)
export class DispatchProcessor {
  private readonly logger = new Logger(DispatchProcessor.name);

  constructor(
    private readonly runs: SyncRunRepository,
    private readonly moves: SyncRunMoves,
    private readonly events: SyncRunEventRepository,
    private readonly preparer: RunPreparer,
    private readonly ender: RunEnder,
    private readonly feeder: Feeder,
    private readonly trouble: DatabaseTrouble,
  ) {}

  @Process()
  async process({ data: { runId } }: Job<DispatchJob>): Promise<void> {
    const run = await this.runs.find(runId);
    if (run?.status === 'preparing') await this.prepare(run);
    await this.feeder.feed(runId);
  }

  private async prepare(run: SyncRunEntity): Promise<void> {
    try {
      await this.preparer.prepare(run);
    } catch (error) {
      // The reconciler hands the run over again.
      if (mayPass(error)) throw error;
      const refusal = refusalOf(error);
      if (refusal !== null) return this.trouble.pause(run.id, `Database ${refusal}`);
      this.logger.error({ err: error, runId: run.id }, 'the run cannot be prepared');
      const failed = await this.moves.markAsFailed(run.id, String(error));
      if (failed) await this.events.add(run.id, [runFailed(String(error))]);
      return;
    }
    await this.ender.endIfDone(run.id);
  }
}
