import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@nestjs/common';

/** Work that is done again and again until it is told to stop. */
export class Routine {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private readonly failing = new Set<string>();

  constructor(
    private readonly everyMs: number,
    private readonly logger: Logger,
  ) {}

  get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  start(work: () => Promise<void>): void {
    this.running = this.loop(work);
  }

  /** Waits for what is being done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** What fails is tried again the next time; what fails again and again says so once, and once that it is over. */
  async trying(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (this.failing.delete(what)) this.logger.log(`goes on, ${what}`);
    } catch (error) {
      if (!this.failing.has(what)) this.logger.warn(`will try again, ${what}: ${String(error)}`);
      this.failing.add(what);
    }
  }

  private async loop(work: () => Promise<void>): Promise<void> {
    while (!this.stopped) {
      await work();
      await sleep(this.everyMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }
}
