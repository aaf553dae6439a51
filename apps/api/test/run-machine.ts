import type { SyncProgressDto } from '@bantubayar/shared';
import type { DataSource, EntityManager } from 'typeorm';
import { PaymentSourceError } from '../src/sisda/payment-source.errors';
import type { PaymentAnswer, SameAnswer } from '../src/sisda/sisda.reader';
import type { PendingSiswa } from '../src/sync-pembayaran/ledger/ledger.repository';
import { ActiveRunRepository } from '../src/sync-pembayaran/run/active-run.repository';
import { KeptLog } from '../src/sync-pembayaran/run/kept-log';
import type { RefusalNotice } from '../src/sync-pembayaran/run/refusal-notice';
import type { RetryWaits } from '../src/sync-pembayaran/run/retry-waits';
import { ResultWriter } from '../src/sync-pembayaran/run/result-writer';
import { RunCounter } from '../src/sync-pembayaran/run/run-counter';
import { RunPreparer } from '../src/sync-pembayaran/run/run-preparer';
import type { SiswaJob } from '../src/sync-pembayaran/run/sync.queues';
import { SyncRunMoves } from '../src/sync-pembayaran/run/sync-run-moves';
import { SyncProgressService } from '../src/sync-pembayaran/run/sync-progress.service';
import { answerOf, period } from './answers';
import { storesOn } from './stores';

export const DEEDS = ['start', 'prepare', 'claim', 'redeliver', 'finish'] as const;
export const ORDERS = ['pause', 'outage', 'resume', 'cancel', 'finishCancel', 'reconcile'] as const;

/** Something that a process of the product does; which of the parameters count depends on what it is. */
export interface Deed {
  what: (typeof DEEDS)[number] | (typeof ORDERS)[number];
  worker: number;
  count: number;
  /** What the service says that each student has paid; 0 is no answer. */
  dibayar: number;
  /** The process dies right before it commits. */
  dies: boolean;
}

class Killed extends Error {}

/** A process dies after it counted and before it commits. */
class DyingCounter extends RunCounter {
  override async count(...args: Parameters<RunCounter['count']>): Promise<boolean> {
    await super.count(...args);
    throw new Killed();
  }
}

/** A process dies after it wrote the ledger and before it commits its last chunk. */
class DyingMoves extends SyncRunMoves {
  override async markAsRunning(id: string, total: number, manager: EntityManager): Promise<boolean> {
    await super.markAsRunning(id, total, manager);
    throw new Killed();
  }
}

/** Workers and an operator on the real stores: every deed is what one process does between two looks of another. */
export class RunMachine {
  readonly stores: ReturnType<typeof storesOn>;
  private readonly dyingWriter: ResultWriter;
  private readonly dyingPreparer: RunPreparer;
  private readonly progress: SyncProgressService;
  /** What a process that looked long ago takes for the active run. */
  private lastSeen = '0';
  private readonly hands: SiswaJob[][] = [[], [], []];

  constructor(dataSource: DataSource) {
    this.stores = storesOn(dataSource);
    const { runs, moves, ledger, events, payments } = this.stores;
    this.dyingWriter = new ResultWriter(dataSource, payments, ledger, new DyingCounter(events, moves));
    this.dyingPreparer = new RunPreparer(dataSource, new DyingMoves(dataSource), ledger, events);
    const quiet = { read: async () => null, of: async () => null };
    this.progress = new SyncProgressService(
      new ActiveRunRepository(dataSource),
      runs,
      new KeptLog(events),
      quiet as unknown as RefusalNotice,
      quiet as unknown as RetryWaits,
    );
  }

  look(): Promise<SyncProgressDto> {
    return this.progress.current();
  }

  async do({ what, worker, count, dibayar, dies }: Deed): Promise<void> {
    const { runs, moves } = this.stores;
    if (what === 'start') return void (await runs.createActive({ scope: {}, startedBy: 'Uji' }));
    if (what === 'redeliver') return this.redeliver(worker);
    if (what === 'finish') return this.finish(worker, count, dibayar, dies);
    const runId = (await runs.active())?.id ?? this.lastSeen;
    this.lastSeen = runId;
    if (what === 'prepare') return this.prepare(runId, dies);
    if (what === 'claim') return this.claim(runId, worker, count);
    if (what === 'pause') await moves.markAsPausedByOperator(runId, 'Dijeda oleh Uji');
    if (what === 'outage') await moves.markAsPaused(runId, 0, 'outage', 'Uji', 0);
    if (what === 'resume') await moves.markAsResumed(runId);
    if (what === 'cancel') await moves.markAsCancelling(runId, 'Uji');
    if (what === 'finishCancel') await this.finishCancel(runId);
    if (what === 'reconcile') await moves.endIfDone(runId);
  }

  /** What the reconciler and the workers do once nobody disturbs them any more. */
  async bringToEnd(): Promise<void> {
    const { runs, moves, canceller, ledger } = this.stores;
    for (let run = await runs.active(); run; run = await runs.active()) {
      if (run.status === 'preparing') await this.prepare(run.id, false);
      if (run.status === 'paused') await moves.markAsResumed(run.id);
      if (run.status === 'cancelling') await canceller.finish(run.id);
      if (run.status !== 'running' || (await moves.endIfDone(run.id))) continue;
      const pending = await ledger.pendingAfter(run.id, '0', 1_000);
      this.hands[0] = jobsOf(run.id, pending);
      await this.finish(0, pending.length, 1, false);
    }
  }

  private async prepare(runId: string, dies: boolean): Promise<void> {
    const run = await this.stores.runs.find(runId);
    if (!run) return;
    await (dies ? this.dyingPreparer : this.stores.preparer).prepare(run).catch(unlessKilled);
  }

  private async finishCancel(runId: string): Promise<void> {
    const run = await this.stores.runs.find(runId);
    if (run?.status === 'cancelling') await this.stores.canceller.finish(runId);
  }

  private async claim(runId: string, worker: number, count: number): Promise<void> {
    this.hands[worker]!.push(...jobsOf(runId, await this.stores.ledger.pendingAfter(runId, '0', count)));
  }

  /** Another worker is given what this one still holds. */
  private redeliver(worker: number): void {
    this.hands[(worker + 1) % this.hands.length]!.push(...this.hands[worker]!);
  }

  private async finish(worker: number, count: number, dibayar: number, dies: boolean): Promise<void> {
    const held = this.hands[worker]!.splice(0, count);
    const writer = dies ? this.dyingWriter : this.stores.writer;
    for (const runId of new Set(held.map((each) => each.runId))) {
      const jobs = held.filter((each) => each.runId === runId);
      const results = jobs.map((job) => ({
        ...{ idperson: job.idperson, attempts: 1, durationMs: 1 },
        answer: dibayar === 0 ? new PaymentSourceError('no_periods') : answerTo(job, dibayar),
      }));
      await writer.writeOfRun(runId, results).catch(unlessKilled);
    }
  }
}

const jobsOf = (runId: string, pending: readonly PendingSiswa[]): SiswaJob[] =>
  pending.map(({ idperson, hash }) => ({ runId, idperson, hash: hash ?? undefined }));

/** As a worker reads it: not again where it is what was stored when the job was added. */
function answerTo({ idperson, hash: known }: SiswaJob, dibayar: number): PaymentAnswer | SameAnswer {
  const answer = answerOf(idperson, period('20252026', 100, dibayar));
  const { pembayaran, hash } = answer;
  return hash.toString('hex') === known ? { pembayaran, hash, same: true } : answer;
}

function unlessKilled(error: unknown): void {
  if (!(error instanceof Killed)) throw error;
}
