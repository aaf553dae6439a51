import { Injectable } from '@nestjs/common';
import { LedgerRepository } from '../../ledger/ledger.repository';
import { runResumedAfter } from '../../run/run-events';
import { SyncRunEventRepository } from '../../run/sync-run-event.repository';
import type { SyncRunEntity } from '../../run/sync-run.entity';
import { SyncRunMoves } from '../../run/sync-run-moves';
import { DatabaseTrouble } from '../database-trouble';
import { Dispatcher } from '../../run/dispatcher';
import { OutageDetector } from '../outage-detector';
import { RefusalNotice } from '../../run/refusal-notice';
import { RetryWaits } from '../../run/retry-waits';
import type { Chore } from './chore';

const PROBE_EVERY_MS = 5_000;
const OTHERS_TRY_AFTER_MS = 15_000;

/** Tries again what paused by itself: asks the payment service after an outage, writes after the database refused. */
@Injectable()
export class ResumeByItself implements Chore {
  constructor(
    private readonly moves: SyncRunMoves,
    private readonly events: SyncRunEventRepository,
    private readonly ledger: LedgerRepository,
    private readonly dispatcher: Dispatcher,
    private readonly outage: OutageDetector,
    private readonly trouble: DatabaseTrouble,
    private readonly notice: RefusalNotice,
    private readonly waits: RetryWaits,
  ) {}

  async tend(run: SyncRunEntity | null): Promise<void> {
    if (run?.status !== 'paused') return;
    if (run.pauseCode === 'outage') await this.afterOutage(run);
    if (run.pauseCode === 'database_refuses') await this.afterRefusal(run);
  }

  private async afterOutage(run: SyncRunEntity): Promise<void> {
    if (!(await this.moves.takeProbe(run.id, PROBE_EVERY_MS))) return;
    const [someone] = await this.ledger.pendingAfter(run.id, '0', 1);
    // Where credentials are refused now, the first request says so, and the run pauses for that.
    if (!someone || (await this.outage.standing(someone.idperson)) === 'down') return;
    await this.waits.end(run.id);
    if (!(await this.moves.resumeFrom(run.id, 'outage'))) return;
    await this.events.add(run.id, [runResumedAfter('outage')]);
    await this.dispatcher.enqueue(run.id);
  }

  /** While a worker is alive that holds what was refused, it is the one to try. */
  private async afterRefusal(run: SyncRunEntity): Promise<void> {
    if (this.trouble.isHere || (await this.notice.read()) !== null) return;
    if (await this.moves.takeProbe(run.id, OTHERS_TRY_AFTER_MS)) await this.trouble.resume(run.id);
  }
}
