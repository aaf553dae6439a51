import { percentOf } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { runCancelled } from './run-events';
import { SyncRunEventRepository } from './sync-run-event.repository';
import { SyncRunSiswaRepository } from '../ledger/sync-run-siswa.repository';
import { SyncRunMoves } from './sync-run-moves';
import { SyncRunRepository } from './sync-run.repository';

/** Brings a run from `cancelling` to `cancelled`: the students not reached are marked first, and
 * a ledger that was still being written goes. May be repeated. */
@Injectable()
export class RunCanceller {
  constructor(
    private readonly runs: SyncRunRepository,
    private readonly moves: SyncRunMoves,
    private readonly ledger: SyncRunSiswaRepository,
    private readonly events: SyncRunEventRepository,
  ) {}

  async finish(runId: string): Promise<void> {
    const { total } = (await this.runs.find(runId))!;
    if (total === 0) await this.ledger.forget(runId);
    else await this.ledger.markPendingAsNotRun(runId);
    if (!(await this.moves.markAsCancelled(runId))) return;
    const run = await this.runs.find(runId);
    await this.events.add(runId, [runCancelled(run!, percentOf(run!.processed, run!.total))]);
  }
}
