import { Injectable } from '@nestjs/common';
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
  constructor(
    private readonly moves: SyncRunMoves,
    private readonly events: SyncRunEventRepository,
    private readonly dispatcher: Dispatcher,
    private readonly trouble: QueueTrouble,
  ) {}

  async tend(run: SyncRunEntity | null): Promise<void> {
    const reason = await this.trouble.look();
    if (!run) return;
    if (reason !== null) await this.pause(run, `${reason}; dilanjutkan begitu antrean menerima lagi`);
    else if (run.pauseCode === 'queue_refuses') await this.resume(run);
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
