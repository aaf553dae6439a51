import {
  type ClearedQueueDto,
  isEnded,
  type RetryDto,
  type StartSyncDto,
  type SyncProgressDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { within } from '../common/within';
import { RetryWaits } from './run/retry-waits';
import { RunCanceller } from './run/run-canceller';
import { RunStarter } from './run/run-starter';
import * as event from './run/run-events';
import { SyncRunEventRepository } from './run/sync-run-event.repository';
import { LedgerRepository } from './ledger/ledger.repository';
import type { SyncRunEntity } from './run/sync-run.entity';
import { SyncRunMoves } from './run/sync-run-moves';
import { SyncRunRepository } from './run/sync-run.repository';
import * as errors from './sync-pembayaran.errors';
import { SyncProgressService } from './run/sync-progress.service';

const CANCEL_PATIENCE_MS = 250;

/** What an operator can do with a run. Each step writes the row first and then tells the queue. */
@Injectable()
export class SyncPembayaranService {
  constructor(
    private readonly runs: SyncRunRepository,
    private readonly moves: SyncRunMoves,
    private readonly ledger: LedgerRepository,
    private readonly events: SyncRunEventRepository,
    private readonly starter: RunStarter,
    private readonly canceller: RunCanceller,
    private readonly waits: RetryWaits,
    private readonly progress: SyncProgressService,
  ) {}

  async start(
    { scope = {}, queue = false }: StartSyncDto,
    by: string,
    parentRunId?: string,
  ): Promise<SyncProgressDto> {
    if ((await this.ledger.countScope(scope)) === 0) throw new errors.NoStudentsError(scope);
    const newRun = { scope, startedBy: by, parentRunId };
    const run = await this.starter.start(newRun);
    if (run) return this.progress.ofId(run.id);
    if (!queue) throw await this.alreadyRunning();
    const queued = await this.runs.createQueued(newRun);
    await this.events.add(queued.id, [event.runQueued(by)]);
    return this.progress.of(queued);
  }

  /** A run of the students that `runId` failed to fetch or did not reach. */
  async retry(runId: string, by: string, which: RetryDto): Promise<SyncProgressDto> {
    const run = await this.runs.find(runId);
    if (!run) throw new errors.RunNotFoundError(runId);
    if (!isEnded(run.status)) throw new errors.RunNotRetryableError(runId, run.status);
    return this.start({ scope: { retryOf: runId, ...which } }, by, runId);
  }

  /** Cancels the active run, else takes the first queued one back. From the answer on nothing more is written. */
  async cancel(by: string): Promise<SyncProgressDto> {
    const run = await this.runs.active();
    if (!run) return this.takeFirstBack(by);
    if (await this.moves.markAsCancelling(run.id, by))
      await this.events.add(run.id, [event.cancelRequested(by)]);
    // What takes longer, or fails, is the reconciler's.
    await within(CANCEL_PATIENCE_MS, this.canceller.finish(run.id), undefined).catch(() => undefined);
    const ended = await this.runs.find(run.id);
    if (ended?.status !== 'cancelling' && ended?.status !== 'cancelled')
      throw new errors.SyncNotRunningError();
    return this.progress.of(ended);
  }

  async pause(by: string): Promise<SyncProgressDto> {
    const run = await this.activeRun();
    const paused = await this.moves.markAsPausedByOperator(run.id, `Dijeda oleh ${by}`);
    if (!paused) throw new errors.SyncNotPausableError(run.status);
    await this.events.add(run.id, [event.runPaused('operator', 'operator', by)]);
    return this.progress.ofId(run.id);
  }

  async resume(by: string): Promise<SyncProgressDto> {
    const run = await this.activeRun();
    if (!(await this.moves.markAsResumed(run.id))) throw new errors.SyncNotPausedError(run.status);
    await this.events.add(run.id, [event.runResumed(by)]);
    await this.waits.end(run.id);
    await this.starter.handOver(run.id);
    return this.progress.ofId(run.id);
  }

  /** The page goes back to "Siap"; the run stays in the history. */
  async reset(): Promise<SyncProgressDto> {
    const run = await this.runs.active();
    if (run) throw new errors.SyncRunningError(run.id, run.status);
    const ended = await this.runs.lastEnded();
    if (ended && !ended.dismissedAt) await this.runs.dismiss(ended.id);
    return this.progress.current();
  }

  /** Takes a run back that still waits for its turn. */
  async takeBack(runId: string, by: string): Promise<SyncProgressDto> {
    const run = await this.runs.find(runId);
    if (!run) throw new errors.RunNotFoundError(runId);
    if (!(await this.takenBack(runId, by))) throw new errors.RunNotQueuedError(runId, run.status);
    return this.progress.ofId(runId);
  }

  /** Takes all of them back; one whose turn comes meanwhile goes on. */
  async clearQueue(by: string): Promise<ClearedQueueDto> {
    const runIds: string[] = [];
    for (const { id } of await this.runs.queued()) if (await this.takenBack(id, by)) runIds.push(String(id));
    return { runIds };
  }

  private async takenBack(runId: string, by: string): Promise<boolean> {
    const taken = await this.moves.takeBack(runId, by);
    if (taken) await this.events.add(runId, [event.cancelRequested(by)]);
    return taken;
  }

  private async takeFirstBack(by: string): Promise<SyncProgressDto> {
    const queued = await this.runs.firstQueued();
    if (!queued) throw new errors.SyncNotRunningError();
    return this.takeBack(queued.id, by);
  }

  private async activeRun(): Promise<SyncRunEntity> {
    const run = await this.runs.active();
    if (!run) throw new errors.SyncNotRunningError();
    return run;
  }

  private async alreadyRunning(): Promise<errors.SyncAlreadyRunningError> {
    const { log: _, ...run } = await this.progress.of(await this.runs.active());
    return new errors.SyncAlreadyRunningError(run);
  }
}
