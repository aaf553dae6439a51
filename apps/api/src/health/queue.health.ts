import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import type { Queue } from 'bull';
import { Inquiry } from './inquiry';

const PATIENCE_MS = 1_000;

/** Whether the queue's Redis answers. */
@Injectable()
export class QueueHealth {
  private readonly redis = new Inquiry(() => this.queue.client.ping());

  constructor(
    private readonly indicator: HealthIndicatorService,
    @InjectQueue(SISWA_QUEUE) private readonly queue: Queue,
  ) {}

  async check() {
    const queue = this.indicator.check('queue');
    const { trouble } = await this.redis.answer(PATIENCE_MS);
    return trouble ? queue.down(`Redis does not answer: ${trouble}`) : queue.up();
  }
}
