import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Routine } from '../../common/routine';
import { SyncRunRepository } from '../run/sync-run.repository';
import { WorkerRegistry } from '../run/worker-registry';
import type { Chore } from './chores/chore';

const EVERY_MS = 1_000;

export const RECONCILER_CHORES = 'reconciler-chores';

/**
 * Brings every run on that was left half-way, whoever died: each second each worker does the chores, each of which is
 * a conditional UPDATE or an idempotent add. What one of them runs into is no other's trouble; while one is done the others
 * wait, so what is much is done some at a time.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly routine = new Routine(EVERY_MS, new Logger(Reconciler.name));

  constructor(
    private readonly runs: SyncRunRepository,
    private readonly workers: WorkerRegistry,
    @Inject(RECONCILER_CHORES) private readonly chores: Chore[],
  ) {}

  onApplicationBootstrap(): void {
    this.routine.start(() => this.tendAll());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.routine.stop();
    await this.workers.sayGoodbye().catch(() => undefined);
  }

  private tendAll(): Promise<void> {
    return this.routine.trying('the active run', async () => {
      const run = await this.runs.active();
      for (const chore of this.chores) {
        await this.routine.trying(chore.constructor.name, () => chore.tend(run));
      }
    });
  }
}
