import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Routine } from '../common/routine';
import { CountingRepository } from './counting.repository';
import { Readers } from './readers';

const EVERY_MS = 500;
/** While nobody reads the sums, nine tenths of the time are left to others. */
const SHARE_OF_TIME = 0.1;

/** Keeps the sums close behind what they are about, so that little is left to be added when they are read. */
@Injectable()
export class HitunganKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly routine = new Routine(EVERY_MS, new Logger(HitunganKeeper.name));

  constructor(
    private readonly counting: CountingRepository,
    private readonly readers: Readers,
  ) {}

  onApplicationBootstrap(): void {
    this.routine.start(() => this.routine.trying('counting students', () => this.countAll()));
  }

  onApplicationShutdown(): Promise<void> {
    return this.routine.stop();
  }

  private async countAll(): Promise<void> {
    while (!this.routine.stopped) {
      const begun = performance.now();
      if ((await this.counting.count()) === 0) return;
      if (this.readers.areThere) continue;
      await sleep(Math.min(EVERY_MS * 2, (performance.now() - begun) * (1 / SHARE_OF_TIME - 1)));
    }
  }
}
