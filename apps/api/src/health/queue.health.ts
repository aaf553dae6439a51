import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import type { Queue } from 'bull';
import { QueueTrouble } from '../sync-pembayaran/queue/queue-trouble';
import { Inquiry } from './inquiry';

const PATIENCE_MS = 1_000;

/** Whether the queue's Redis answers, and takes and keeps what it is given. */
@Injectable()
export class QueueHealth {
  private readonly redis = new Inquiry(() => this.queue.client.ping());
  private readonly writes = new Inquiry(() => this.takes.look());

  constructor(
    private readonly indicator: HealthIndicatorService,
    @InjectQueue(SISWA_QUEUE) private readonly queue: Queue,
    private readonly takes: QueueTrouble,
  ) {}

  async check() {
    const queue = this.indicator.check('queue');
    const { trouble } = await this.redis.answer(PATIENCE_MS);
    if (trouble) return queue.down(`Redis does not answer: ${trouble}`);
    const { value: refusal, trouble: silence } = await this.writes.answer(PATIENCE_MS);
    return (refusal ?? silence) ? queue.down((refusal ?? silence)!) : queue.up();
  }
}
