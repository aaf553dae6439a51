import { Injectable } from '@nestjs/common';
import { env } from '../../config/env';
import type { Pace } from '../run/worker-registry';
import { watchRequests } from './queue-meters';
import { type Ending, RequestLimit } from './request-limit';
import type { RunPermit } from './run-gate';

/** What a request has while it is under way. */
export interface Slot {
  /** How the request ended, where that says something of the service. */
  note(ending: Ending): void;
  /** The service has done its part: the next one may be asked while this answer is looked at. */
  free(): void;
}

interface Waiting {
  signal: AbortSignal;
  wake: (mayTry: boolean) => void;
}

const RECENT_MS = 5_000;

/**
 * How many requests of this process ask the payment service at once. More jobs than these are in hand, so that it is asked
 * without a pause while the results of others are being written.
 */
@Injectable()
export class RequestSlots {
  private limit = new RequestLimit(env.SYNC_CONCURRENCY);
  private inUse = 0;
  /** In the order in which they came. */
  private readonly waiting = new Set<Waiting>();
  /** Many wait by one signal: it is listened to once. */
  private readonly heard = new WeakSet<AbortSignal>();
  private closed = false;
  private notedAt = -Infinity;
  private resumes = 0;

  constructor() {
    watchRequests(() => ({ inUse: this.inUse, limit: this.limit.current }));
  }

  /** Does `request` once it is its turn; answers null where it is not wanted any more by then. */
  async hold<T>(
    { signal, mayBegin, resumes }: RunPermit,
    request: (slot: Slot) => Promise<T>,
  ): Promise<T | null> {
    // Why it had to be resumed tells nothing of what the service bears now.
    if (resumes > this.resumes) this.limit = new RequestLimit(env.SYNC_CONCURRENCY);
    this.resumes = resumes;
    const isFree = this.inUse < this.limit.current && !this.closed;
    if (isFree) this.inUse++;
    else if (!(await this.turn(signal))) return null;
    const free = once(() => {
      this.inUse--;
      this.wakeNext();
    });
    try {
      if (!isFree && !(await mayBegin())) return null;
      const end = this.limit.begin();
      const note = (ending: Ending) => {
        this.notedAt = performance.now();
        end(ending, this.waiting.size > 0);
      };
      return await request({ note, free });
    } finally {
      free();
    }
  }

  /** From now on nobody begins: whoever waits gives up. */
  close(): void {
    this.closed = true;
    this.giveUp(() => true);
  }

  /** How fast it goes; null where nothing was asked lately. */
  get pace(): Pace | null {
    const { current: atOnce, latencyMs } = this.limit;
    const isRecent = performance.now() - this.notedAt < RECENT_MS;
    return isRecent && latencyMs !== null ? { atOnce, latencyMs: Math.round(latencyMs) } : null;
  }

  /** The slot is taken for whoever is told true. */
  private turn(signal: AbortSignal): Promise<boolean> {
    if (this.closed || signal.aborted) return Promise.resolve(false);
    this.hear(signal);
    return new Promise((wake) => this.waiting.add({ signal, wake }));
  }

  private hear(signal: AbortSignal): void {
    if (this.heard.has(signal)) return;
    this.heard.add(signal);
    signal.addEventListener('abort', () => this.giveUp((waiting) => waiting.signal === signal), {
      once: true,
    });
  }

  private giveUp(isMeant: (waiting: Waiting) => boolean): void {
    for (const waiting of this.waiting) if (isMeant(waiting)) this.wake(waiting, false);
  }

  private wakeNext(): void {
    for (const waiting of this.waiting) {
      if (this.inUse >= this.limit.current) return;
      this.inUse++;
      this.wake(waiting, true);
    }
  }

  private wake(waiting: Waiting, mayTry: boolean): void {
    this.waiting.delete(waiting);
    waiting.wake(mayTry);
  }
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
