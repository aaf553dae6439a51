import { DISPATCH_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { within } from '../../common/within';
import { removeRemains } from '../../redis/job-remains';
import { type DispatchJob, dispatchJobOptions } from './sync.queues';

const PATIENCE_MS = 2_000;

/** Hands a run to the workers. */
@Injectable()
export class Dispatcher {
  private readonly logger = new Logger(Dispatcher.name);

  constructor(@InjectQueue(DISPATCH_QUEUE) private readonly queue: Queue<DispatchJob>) {
    queue.on('error', (error) => this.logger.debug(`queue: ${error.message}`));
  }

  /**
   * Adds the run's dispatch job; adding one that is there already changes nothing. False when the queue did not
   * answer in time: the reconciler tries again.
   */
  async enqueue(runId: string): Promise<boolean> {
    const added = this.add(runId).then(
      () => true,
      (error: Error) => {
        this.logger.warn({ runId }, `could not be enqueued: ${error.message}`);
        return false;
      },
    );
    return within(PATIENCE_MS, added, false);
  }

  private async add(runId: string): Promise<void> {
    const options = dispatchJobOptions(runId);
    await removeRemains(this.queue, [options.jobId]);
    await this.queue.add({ runId }, options);
  }
}
