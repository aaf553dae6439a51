import { percentOf } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { LedgerSweep } from '../ledger/ledger-sweep';
import { runCancelled } from './run-events';
import { SyncRunEventRepository } from './sync-run-event.repository';
import { SyncRunMoves } from './sync-run-moves';
import { SyncRunRepository } from './sync-run.repository';

/** Brings a run from `cancelling` to `cancelled`. May be repeated. */
@Injectable()
export class RunCanceller {
  constructor(
    private readonly runs: SyncRunRepository,
    private readonly moves: SyncRunMoves,
    private readonly sweep: LedgerSweep,
    private readonly events: SyncRunEventRepository,
  ) {}

  /** Ends it, and tidies its ledger then: of a large school that takes a while. */
  async finish(runId: string): Promise<void> {
    if (await this.end(runId)) await this.sweep.sweep(runId);
  }

  /** Ends it alone; whether it had not ended. */
  async end(runId: string): Promise<boolean> {
    if (!(await this.moves.markAsCancelled(runId))) return false;
    const run = await this.runs.find(runId);
    await this.events.add(runId, [runCancelled(run!, percentOf(run!.processed, run!.total))]);
    return true;
  }
}
