import { WEBHOOK_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bull';
import { Routine } from '../common/routine';
import { removeRemains } from '../redis/job-remains';
import { DeliveryRepository } from './delivery.repository';
import { type WebhookJob, webhookJobOptions } from './webhook.queue';

const EVERY_MS = 500;
const THIN_EVERY = 600;

/** Hands the endpoints to which something is due to the queue; whatever the queue lost comes back so. */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly routine = new Routine(EVERY_MS, new Logger(Relay.name));
  private rounds = 0;

  constructor(
    @InjectQueue(WEBHOOK_QUEUE) private readonly queue: Queue<WebhookJob>,
    private readonly deliveries: DeliveryRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.routine.start(() => this.routine.trying('webhooks', () => this.round()));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.routine.stop();
  }

  private async round(): Promise<void> {
    for (const endpointId of await this.deliveries.dueEndpoints()) {
      const options = webhookJobOptions(endpointId);
      await removeRemains(this.queue, [options.jobId]);
      await this.queue.add({ endpointId }, options);
    }
    if (this.rounds++ % THIN_EVERY === 0) await this.deliveries.thin();
  }
}
