import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import type { Queue } from 'bull';

const PATIENCE_MS = 1_000;

/** Whether the queue's Redis answers. */
@Injectable()
export class QueueHealth {
  constructor(
    private readonly indicator: HealthIndicatorService,
    @InjectQueue(SISWA_QUEUE) private readonly queue: Queue,
  ) {}

  async check() {
    const queue = this.indicator.check('queue');
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE_MS);
    });
    const answers = this.queue.client.ping().then(
      () => true,
      () => false,
    );
    const isUp = await Promise.race([answers, silence]).finally(() => clearTimeout(timer));
    return isUp ? queue.up() : queue.down('Redis does not answer');
  }
}
