import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Routine } from '../common/routine';
import { OutdatedFiguresRepository } from './outdated-figures.repository';

const EVERY_MS = 1_000;
const TELL_EVERY_MS = 5_000;

/**
 * Keeps every student's figures right without a fetch: what falls due at midnight becomes arrears, however long nobody
 * was there to do it, and what another version of this program derived is derived anew.
 */
@Injectable()
export class FiguresKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(FiguresKeeper.name);
  private readonly routine = new Routine(EVERY_MS, this.logger);

  constructor(private readonly outdated: OutdatedFiguresRepository) {}

  onApplicationBootstrap(): void {
    this.routine.start(() => this.tend());
  }

  onApplicationShutdown(): Promise<void> {
    return this.routine.stop();
  }

  private async tend(): Promise<void> {
    await this.routine.trying('deriving figures', () => this.deriveAll());
    await this.routine.trying('what falls due', () => this.settleAll());
  }

  private async deriveAll(): Promise<void> {
    const total = await this.outdated.count();
    if (total === 0) return;
    let derived = 0;
    let told = performance.now();
    for (let more = 1; more > 0 && !this.routine.stopped; derived += more) {
      more = await this.outdated.derive();
      if (performance.now() - told < TELL_EVERY_MS) continue;
      told = performance.now();
      this.logger.log(`figures derived anew: ${derived} of ${total} students`);
    }
    if (derived > 0) this.logger.log(`figures derived anew: ${derived} students`);
  }

  private async settleAll(): Promise<void> {
    const due = await this.outdated.due();
    if (due.length === 0) return;
    await this.outdated.settle(due);
    this.logger.log(`bills fell due: figures of ${due.length} students`);
  }
}
