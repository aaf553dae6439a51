import { setTimeout as sleep } from 'node:timers/promises';
import { WRITABLE_STATUSES, type RunStatus } from '@bantubayar/shared';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type RequestPermit, sharedController } from '../../sisda/payment-transport';
import { SyncRunRepository } from '../run/sync-run.repository';
import { DatabaseTrouble } from './database-trouble';

const LOOK_EVERY_MS = 250;
/** What was read longer ago is not relied on: together with a look this stays under the second that cancel promises. */
const FRESH_FOR_MS = 600;

/** A permit that also knows how often the run had been resumed when the request began. */
export interface RunPermit extends RequestPermit {
  resumes: number;
}

interface Seen {
  runId: string | null;
  status: RunStatus | null;
  resumes: number;
  at: number;
}

/**
 * Knows, at most 0.6 s late, which run may ask the payment service. A process that cannot look lets nothing pass;
 * requests of a run that was cancelled or ended are aborted.
 */
@Injectable()
export class RunGate implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(RunGate.name);
  /** What ends the requests of each run that are in flight. */
  private readonly inFlight = new Map<string, AbortController>();
  private readonly stop = new AbortController();
  private seen: Seen = { runId: null, status: null, resumes: 0, at: -Infinity };
  /** The run that this process closed, in the state of resumption that it closed, and how many wanted it. */
  private closed: { runId: string; resumes: number; wishes: number } | null = null;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly runs: SyncRunRepository,
    private readonly trouble: DatabaseTrouble,
  ) {}

  onModuleInit(): void {
    void this.watch();
  }

  onApplicationShutdown(): void {
    this.stop.abort();
  }

  /** Gives up every request in flight: their students stay pending and are fetched by somebody else. */
  abortAll(): void {
    for (const runId of this.inFlight.keys()) this.abortOf(runId);
  }

  /**
   * Lets nothing of a run pass from this instant on, and gives up what is in flight, until the run has been resumed; if
   * it has been resumed since, what is in flight knows better.
   */
  close(runId: string, resumes: number): void {
    if (this.seen.runId === runId && resumes < this.seen.resumes) return;
    const wishes = this.isClosed(runId, resumes) ? this.closed!.wishes : 0;
    this.closed = { runId, resumes, wishes: wishes + 1 };
    this.abortOf(runId);
  }

  /** Takes one such wish back; what others closed stays closed. */
  reopen(runId: string, resumes: number): void {
    if (this.isClosed(runId, resumes) && --this.closed!.wishes === 0) this.closed = null;
  }

  /** Does `request` if the run may ask now, with a permit that ends when it no longer may; else answers null. */
  async pass<T>(runId: string, request: (permit: RunPermit) => Promise<T>): Promise<T | null> {
    const mayBegin = () => this.mayAskNow(runId);
    if (!(await mayBegin())) return null;
    return request({ signal: this.signalOf(runId), mayBegin, resumes: this.seen.resumes });
  }

  /** What was last seen settles a yes; a no is looked at again, since the run may have just begun. */
  private async mayAskNow(runId: string): Promise<boolean> {
    if (!this.mayAsk(runId)) await this.look();
    return this.mayAsk(runId);
  }

  private mayAsk(runId: string): boolean {
    const { at, status, resumes } = this.seen;
    const isOpen = this.seen.runId === runId && status === 'running' && !this.isClosed(runId, resumes);
    return isOpen && !this.trouble.isHere && performance.now() - at < FRESH_FOR_MS;
  }

  private isClosed(runId: string, resumes: number): boolean {
    return this.closed?.runId === runId && this.closed.resumes === resumes;
  }

  /** Looks after what is in flight; where nothing is, who comes next looks. */
  private async watch(): Promise<void> {
    while (!this.stop.signal.aborted) {
      if (this.inFlight.size > 0) await this.look();
      await sleep(LOOK_EVERY_MS, undefined, { signal: this.stop.signal }).catch(() => undefined);
    }
  }

  /** Reads the active run; those who come while it is being read share the answer. */
  private look(): Promise<void> {
    this.looking ??= this.read().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  private async read(): Promise<void> {
    const at = performance.now();
    try {
      const run = await this.runs.active();
      this.seen = { runId: run?.id ?? null, status: run?.status ?? null, resumes: run?.resumes ?? 0, at };
      this.abortClosed();
    } catch (error) {
      this.logger.debug(`active run cannot be read: ${String(error)}`);
    }
  }

  private signalOf(runId: string): AbortSignal {
    const controller = this.inFlight.get(runId) ?? sharedController();
    this.inFlight.set(runId, controller);
    return controller.signal;
  }

  private abortOf(runId: string): void {
    this.inFlight.get(runId)?.abort();
    this.inFlight.delete(runId);
  }

  private abortClosed(): void {
    const { runId, status } = this.seen;
    const isOpen = (WRITABLE_STATUSES as readonly (RunStatus | null)[]).includes(status);
    for (const itsRun of this.inFlight.keys()) {
      if (itsRun !== runId || !isOpen) this.abortOf(itsRun);
    }
  }
}
