import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Routine } from '../common/routine';
import { within } from '../common/within';
import { ChangeNumbers } from './change-numbers';

const LOOK_EVERY_MS = 400;
const ANSWERED_WITHIN_MS = 1_000;

interface Waiter {
  behind: bigint;
  /** When the reader has its answer, or has left. */
  closed: Promise<void>;
  wake: () => void;
}

/** Wakes those who wait for changes: however many they are, each process looks once in a while. */
@Injectable()
export class ChangeNews implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly routine = new Routine(LOOK_EVERY_MS, new Logger(ChangeNews.name));
  private readonly waiters = new Set<Waiter>();

  constructor(private readonly numbers: ChangeNumbers) {}

  onApplicationBootstrap(): void {
    this.routine.start(() => this.routine.trying('looking for changes', () => this.look()));
  }

  /** Before the connections are closed: who waits gets an answer. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.routine.stop();
    const waiters = [...this.waiters];
    for (const { wake } of waiters) wake();
    await within(ANSWERED_WITHIN_MS, Promise.all(waiters.map(({ closed }) => closed)), undefined);
  }

  /** Until there is a change behind the number, the time is over, the reader leaves, or this process ends. */
  wait(behind: string, ms: number, closed: Promise<void>): Promise<void> {
    if (this.routine.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
        resolve();
      };
      const waiter = { behind: BigInt(behind), closed, wake };
      const timer = setTimeout(wake, ms);
      this.waiters.add(waiter);
      void closed.then(wake);
    });
  }

  private async look(): Promise<void> {
    if (this.waiters.size === 0) return;
    await this.numbers.handOutSome();
    const { nomor } = await this.numbers.ends();
    for (const { behind, wake } of this.waiters) if (behind < BigInt(nomor)) wake();
  }
}
