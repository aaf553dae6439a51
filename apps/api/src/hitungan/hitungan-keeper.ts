import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Routine } from '../common/routine';
import { CountingRepository } from './counting.repository';
import { Readers } from './readers';

const EVERY_MS = 500;
/** While nobody reads the sums nearly all of the time is left to others: to a run, above all. */
const SHARE_OF_TIME = 0.03;

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
      await this.rest((performance.now() - begun) * (1 / SHARE_OF_TIME - 1));
    }
  }

  /** Not for long where somebody comes to read, and not at all where what is left would make reading dear. */
  private async rest(ms: number): Promise<void> {
    if (this.readers.areThere || (await this.counting.isFarBehind())) return;
    const end = performance.now() + ms;
    const remaining = () => Math.min(EVERY_MS, end - performance.now());
    while (!this.routine.stopped && !this.readers.areThere && remaining() > 0) await sleep(remaining());
  }
}
