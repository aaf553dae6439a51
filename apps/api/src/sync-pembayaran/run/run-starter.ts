import { Injectable } from '@nestjs/common';
import { Dispatcher } from './dispatcher';
import { queueUnreachable, runStarted } from './run-events';
import { SyncRunEventRepository } from './sync-run-event.repository';
import type { SyncRunEntity } from './sync-run.entity';
import { SyncRunMoves } from './sync-run-moves';
import { type NewRun, SyncRunRepository } from './sync-run.repository';

/** Begins runs, for whoever asks: the row first, then the queue. */
@Injectable()
export class RunStarter {
  constructor(
    private readonly runs: SyncRunRepository,
    private readonly moves: SyncRunMoves,
    private readonly events: SyncRunEventRepository,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** null when another run is active. */
  async start(newRun: NewRun): Promise<SyncRunEntity | null> {
    const run = await this.runs.createActive(newRun);
    if (run) await this.begin(run);
    return run;
  }

  /** Gives the first queued run its turn, unless another run is active. */
  async promoteNext(): Promise<void> {
    const next = await this.runs.firstQueued();
    if (next && (await this.moves.promote(next.id))) await this.begin(next);
  }

  /** A queue that does not answer is no failure of the run: the reconciler hands it over again. */
  async handOver(runId: string): Promise<void> {
    if (!(await this.dispatcher.enqueue(runId))) await this.events.add(runId, [queueUnreachable()]);
  }

  private async begin(run: SyncRunEntity): Promise<void> {
    await this.events.add(run.id, [runStarted(run.startedBy)]);
    await this.handOver(run.id);
  }
}
