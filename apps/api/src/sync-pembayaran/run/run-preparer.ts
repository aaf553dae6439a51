import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '../../database/transaction';
import { LedgerRepository } from '../ledger/ledger.repository';
import { runPrepared } from './run-events';
import { SyncRunEventRepository } from './sync-run-event.repository';
import type { SyncRunEntity } from './sync-run.entity';
import { SyncRunMoves } from './sync-run-moves';

/**
 * Writes a run's ledger, which fixes its total, in chunks of which each locks the run first: so a cancel waits for one
 * chunk at most, and what was begun is gone on with, whoever does it.
 */
@Injectable()
export class RunPreparer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moves: SyncRunMoves,
    private readonly ledger: LedgerRepository,
    private readonly events: SyncRunEventRepository,
  ) {}

  /** Returns when the run runs, or is not being prepared any more. */
  async prepare(run: SyncRunEntity): Promise<void> {
    while (await this.prepareChunk(run));
  }

  private prepareChunk({ id, scope }: SyncRunEntity): Promise<boolean> {
    return inTransaction(this.dataSource, async (tx) => {
      if (!(await this.moves.lockPreparing(tx, id))) return false;
      if (await this.ledger.writePending(tx, id, scope)) return true;
      const total = await this.ledger.count(tx, id);
      await this.moves.markAsRunning(id, total, tx.manager);
      await this.events.add(id, [runPrepared(total)], tx.manager);
      return false;
    });
  }
}
