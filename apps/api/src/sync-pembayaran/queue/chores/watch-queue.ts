import { Injectable, Logger } from '@nestjs/common';
import { runPaused, runResumedAfter } from '../../run/run-events';
import { SyncRunEventRepository } from '../../run/sync-run-event.repository';
import type { SyncRunEntity } from '../../run/sync-run.entity';
import { SyncRunMoves } from '../../run/sync-run-moves';
import { Dispatcher } from '../../run/dispatcher';
import { QueueTrouble } from '../queue-trouble';
import type { Chore } from './chore';

/** Pauses a run whose queue takes no jobs, and says why; resumes it once it does. */
@Injectable()
export class WatchQueue implements Chore {
  private readonly logger = new Logger(WatchQueue.name);
  private isInTrouble = false;

  constructor(
    private readonly moves: SyncRunMoves,
    private readonly events: SyncRunEventRepository,
    private readonly dispatcher: Dispatcher,
    private readonly trouble: QueueTrouble,
  ) {}

  async tend(run: SyncRunEntity | null): Promise<void> {
    const reason = await this.trouble.look();
    this.log(reason, run);
    if (!run) return;
    if (reason !== null) await this.pause(run, `${reason}; dilanjutkan begitu antrean menerima lagi`);
    else if (run.pauseCode === 'queue_refuses') await this.resume(run);
  }

  /** Once when it begins, and once when it is over. */
  private log(reason: string | null, run: SyncRunEntity | null): void {
    if ((reason !== null) === this.isInTrouble) return;
    this.isInTrouble = reason !== null;
    const line = { runId: run ? String(run.id) : null };
    if (reason !== null) this.logger.error(line, `the queue takes no jobs: ${reason}`);
    else this.logger.log(line, 'the queue takes jobs again');
  }

  private async pause({ id }: SyncRunEntity, reason: string): Promise<void> {
    if (await this.moves.pauseForOwnTrouble(id, 'queue_refuses', reason, null))
      await this.events.add(id, [runPaused('queue_refuses', reason)]);
  }

  private async resume({ id }: SyncRunEntity): Promise<void> {
    if (!(await this.moves.resumeFrom(id, 'queue_refuses'))) return;
    await this.events.add(id, [runResumedAfter('queue_refuses')]);
    await this.dispatcher.enqueue(id);
  }
}
