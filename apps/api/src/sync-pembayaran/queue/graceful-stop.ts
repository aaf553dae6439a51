import { DISPATCH_QUEUE, SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Queue } from 'bull';
import { ResultSaver } from './result-saver';
import { Feeder } from './feeder';
import { RequestSlots } from './request-slots';
import { RunGate } from './run-gate';

const FINISH_WITHIN_MS = 5_000;

/** A worker that is told to stop takes nothing new, finishes what it holds, and hands back what takes too long. */
@Injectable()
export class GracefulStop implements OnModuleDestroy {
  private readonly logger = new Logger(GracefulStop.name);

  constructor(
    @InjectQueue(DISPATCH_QUEUE) private readonly dispatchQueue: Queue,
    @InjectQueue(SISWA_QUEUE) private readonly siswaQueue: Queue,
    private readonly feeder: Feeder,
    private readonly gate: RunGate,
    private readonly slots: RequestSlots,
    private readonly saver: ResultSaver,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.feeder.stop();
    this.slots.close();
    const handBack = setTimeout(() => {
      this.gate.abortAll();
      this.saver.close();
    }, FINISH_WITHIN_MS);
    await Promise.all([this.finish(this.siswaQueue), this.finish(this.dispatchQueue)]);
    clearTimeout(handBack);
  }

  /** Pauses this process's share of a queue and waits for the jobs that it holds. */
  private async finish(queue: Queue): Promise<void> {
    await queue.pause(true).catch((error: Error) => this.logger.warn(`${queue.name}: ${error.message}`));
  }
}
