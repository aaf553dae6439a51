import { DISPATCH_QUEUE, SISWA_QUEUE, WEBHOOK_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { Figures } from './figures';

const STATES = ['waiting', 'active', 'delayed'] as const;

/** How full the queues are. */
@Injectable()
export class QueueFigures extends Figures {
  private readonly jobs = this.gauge('bantubayar_queue_jobs', 'Jobs in a queue by state', 'queue', 'state');
  private readonly queues: Queue[];

  constructor(
    @InjectQueue(DISPATCH_QUEUE) dispatch: Queue,
    @InjectQueue(SISWA_QUEUE) siswa: Queue,
    @InjectQueue(WEBHOOK_QUEUE) webhook: Queue,
  ) {
    super();
    this.queues = [dispatch, siswa, webhook];
  }

  protected async read(): Promise<void> {
    for (const queue of this.queues) {
      const counts = await queue.getJobCounts();
      for (const state of STATES) this.jobs.set({ queue: queue.name, state }, counts[state]);
    }
  }
}
