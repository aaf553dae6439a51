import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { RunCanceller } from '../run/run-canceller';
import { RunStarter } from '../run/run-starter';
import { Scheduler } from '../schedule/scheduler';
import { LedgerRetention } from '../ledger/ledger-retention';
import { runResumed } from '../run/run-events';
import { SyncRunEventRepository } from '../run/sync-run-event.repository';
import { SyncRunSiswaRepository } from '../ledger/sync-run-siswa.repository';
import type { SyncRunEntity } from '../run/sync-run.entity';
import { SyncRunMoves } from '../run/sync-run-moves';
import { SyncRunRepository } from '../run/sync-run.repository';
import { Dispatcher } from './dispatcher';
import { OutageDetector } from './outage-detector';
import { WorkerRegistry } from '../run/worker-registry';

const EVERY_MS = 1_000;
const PROBE_EVERY_MS = 5_000;

/**
 * Brings every run on that was left half-way, whoever died: hands active runs to the queue again, finishes cancels,
 * promotes the next queued run, starts what is scheduled, tries again after an outage, and thins old ledgers while nothing
 * runs. Each step is a conditional UPDATE or an idempotent add, so any number of workers may do it at once.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Reconciler.name);
  private readonly stop = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    private readonly runs: SyncRunRepository,
    private readonly moves: SyncRunMoves,
    private readonly events: SyncRunEventRepository,
    private readonly ledger: SyncRunSiswaRepository,
    private readonly dispatcher: Dispatcher,
    private readonly canceller: RunCanceller,
    private readonly starter: RunStarter,
    private readonly scheduler: Scheduler,
    private readonly outage: OutageDetector,
    private readonly retention: LedgerRetention,
    private readonly workers: WorkerRegistry,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.loop();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stop.signal.aborted) {
      await this.tick().catch((error) => this.logger.warn(`will try again: ${String(error)}`));
      await sleep(EVERY_MS, undefined, { signal: this.stop.signal }).catch(() => undefined);
    }
    await this.workers.sayGoodbye().catch(() => undefined);
  }

  /** One look at the state of things; public for tests. */
  async tick(): Promise<void> {
    await this.workers.sayAlive();
    await this.scheduler.startIfDue();
    const run = await this.runs.active();
    if (!run) return this.useTheQuiet();
    if (run.status === 'cancelling') await this.canceller.finish(run.id);
    else if (run.status === 'paused') await this.resumeAfterOutage(run);
    else if (!(await this.moves.endIfDone(run.id))) await this.dispatcher.enqueue(run.id);
  }

  private async useTheQuiet(): Promise<void> {
    await this.starter.promoteNext();
    await this.retention.thinSome();
  }

  private async resumeAfterOutage(run: SyncRunEntity): Promise<void> {
    if (run.pauseCode !== 'outage' || !(await this.moves.takeProbe(run.id, PROBE_EVERY_MS))) return;
    const [someone] = await this.ledger.pendingAfter(run.id, '0', 1);
    if (!someone || !(await this.outage.isUp(someone))) return;
    if (await this.moves.markAsResumed(run.id)) {
      await this.events.add(run.id, [runResumed()]);
      await this.dispatcher.enqueue(run.id);
    }
  }
}
