import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Routine } from '../common/routine';
import { ProcessBoard } from './process-board';

const EVERY_MS = 5_000;

/** Tells every few seconds, and once more at its end, what this process has counted. */
@Injectable()
export class ProcessReporter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly routine = new Routine(EVERY_MS, new Logger(ProcessReporter.name));

  constructor(private readonly board: ProcessBoard) {}

  onApplicationBootstrap(): void {
    this.routine.start(() => this.routine.trying('its figures', () => this.board.post()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.routine.stop();
    await this.board.post();
  }
}
