import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';

/** Bull's own, which its types do not know. */
interface Timed {
  timers: LockTimers;
}

/**
 * The timers by which a worker holds on to the jobs that it has in hand. Bull's own make a list of them all whenever one
 * ends, to see whether it was the last; with hundreds in hand that is one of the dearest things in a run (ADR 14).
 */
@Injectable()
export class LockTimers {
  private readonly running = new Set<NodeJS.Timeout>();
  private readonly whoWait: (() => void)[] = [];

  constructor(@InjectQueue(SISWA_QUEUE) queue: Queue) {
    (queue as unknown as Timed).timers = this;
  }

  set(_name: string, ms: number, act: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.clear(timer);
      act();
    }, ms);
    this.running.add(timer);
    return timer;
  }

  clear(timer: NodeJS.Timeout | undefined): void {
    clearTimeout(timer);
    if (!timer || !this.running.delete(timer) || this.running.size > 0) return;
    for (const goOn of this.whoWait.splice(0)) goOn();
  }

  clearAll(): void {
    for (const timer of this.running) this.clear(timer);
  }

  /** Resolves once none runs. */
  whenIdle(): Promise<void> {
    return this.running.size === 0 ? Promise.resolve() : new Promise((goOn) => this.whoWait.push(goOn));
  }
}
