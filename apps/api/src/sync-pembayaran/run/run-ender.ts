import { Injectable } from '@nestjs/common';
import { runFinished } from './run-events';
import { SyncRunEventRepository } from './sync-run-event.repository';
import { SyncRunMoves } from './sync-run-moves';
import { SyncRunRepository } from './sync-run.repository';

/** Ends a run that has nobody left, where no result did; as a rule the last result does. */
@Injectable()
export class RunEnder {
  constructor(
    private readonly runs: SyncRunRepository,
    private readonly moves: SyncRunMoves,
    private readonly events: SyncRunEventRepository,
  ) {}

  /** Answers whether this was its end. */
  async endIfDone(runId: string): Promise<boolean> {
    if (!(await this.moves.endIfDone(runId))) return false;
    const run = await this.runs.find(runId);
    await this.events.add(runId, [runFinished(run!)]);
    return true;
  }
}
