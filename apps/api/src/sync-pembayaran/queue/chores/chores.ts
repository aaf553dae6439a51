import { Injectable } from '@nestjs/common';
import { LedgerRetention } from '../../ledger/ledger-retention';
import { LedgerSweep } from '../../ledger/ledger-sweep';
import { AuditRetention } from '../../../audit/audit-retention';
import { ChangeRetention } from '../../../umpan/change-retention';
import { RunCanceller } from '../../run/run-canceller';
import { RunEnder } from '../../run/run-ender';
import { RunStarter } from '../../run/run-starter';
import type { SyncRunEntity } from '../../run/sync-run.entity';
import { WorkerRegistry } from '../../run/worker-registry';
import { Scheduler } from '../../schedule/scheduler';
import { Dispatcher } from '../../run/dispatcher';
import type { Chore } from './chore';
import { RequestSlots } from '../request-slots';
import { ResumeByItself } from './resume-by-itself';
import { WatchQueue } from './watch-queue';
import { WatchWaits } from './watch-waits';

/** Tells the others that this worker is alive, and how fast it asks. */
@Injectable()
class SayAlive implements Chore {
  constructor(
    private readonly workers: WorkerRegistry,
    private readonly slots: RequestSlots,
  ) {}

  tend(): Promise<void> {
    return this.workers.sayAlive(this.slots.pace);
  }
}

/** Starts what is scheduled. */
@Injectable()
class StartScheduled implements Chore {
  constructor(private readonly scheduler: Scheduler) {}

  tend(): Promise<void> {
    return this.scheduler.startIfDue();
  }
}

/** Ends runs whose cancel was left half-way; their ledgers are tidied in the quiet. */
@Injectable()
class FinishCancel implements Chore {
  constructor(private readonly canceller: RunCanceller) {}

  async tend(run: SyncRunEntity | null): Promise<void> {
    if (run?.status === 'cancelling') await this.canceller.end(run.id);
  }
}

/** Hands an active run to the queue, which changes nothing where it is there already, and ends one that is done. */
@Injectable()
class HandOver implements Chore {
  constructor(
    private readonly ender: RunEnder,
    private readonly dispatcher: Dispatcher,
  ) {}

  async tend(run: SyncRunEntity | null): Promise<void> {
    if (run?.status !== 'preparing' && run?.status !== 'running') return;
    if (!(await this.ender.endIfDone(run.id))) await this.dispatcher.enqueue(run.id);
  }
}

/** While nothing runs: gives the next queued run its turn, tidies and thins ledgers, and thins the changes feed and the audit list. */
@Injectable()
class UseTheQuiet implements Chore {
  constructor(
    private readonly starter: RunStarter,
    private readonly sweep: LedgerSweep,
    private readonly retention: LedgerRetention,
    private readonly changes: ChangeRetention,
    private readonly audit: AuditRetention,
  ) {}

  async tend(run: SyncRunEntity | null): Promise<void> {
    if (run) return;
    await this.starter.promoteNext();
    await this.sweep.sweepSome();
    await this.retention.thinSome();
    await this.changes.thinSome();
    await this.audit.thinSome();
  }
}

/** In the order in which they are done. */
export const CHORES = [
  SayAlive,
  StartScheduled,
  FinishCancel,
  WatchQueue,
  ResumeByItself,
  WatchWaits,
  HandOver,
  UseTheQuiet,
];
