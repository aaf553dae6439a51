import { setTimeout as sleep } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { SyncRunRepository } from '../run/sync-run.repository';
import { WorkerRegistry } from '../run/worker-registry';
import type { Chore } from './chores/chore';

const EVERY_MS = 1_000;

export const RECONCILER_CHORES = 'reconciler-chores';

/**
 * Brings every run on that was left half-way, whoever died: each second each worker does the chores, each of which is
 * a conditional UPDATE or an idempotent add. What one of them runs into is no other's trouble.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Reconciler.name);
  private readonly stop = new AbortController();
  private running: Promise<void> | null = null;
  private failing = new Set<string>();

  constructor(
    private readonly runs: SyncRunRepository,
    private readonly workers: WorkerRegistry,
    @Inject(RECONCILER_CHORES) private readonly chores: Chore[],
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
      await this.tendAll();
      await sleep(EVERY_MS, undefined, { signal: this.stop.signal }).catch(() => undefined);
    }
    await this.workers.sayGoodbye().catch(() => undefined);
  }

  private async tendAll(): Promise<void> {
    await this.trying('the active run', async () => {
      const run = await this.runs.active();
      for (const chore of this.chores) {
        await this.trying(chore.constructor.name, () => chore.tend(run));
      }
    });
  }

  /** What fails again and again says so once. */
  private async trying(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failing.delete(what);
    } catch (error) {
      if (!this.failing.has(what)) this.logger.warn(`will try again, ${what}: ${String(error)}`);
      this.failing.add(what);
    }
  }
}
