import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Job, Queue } from 'bull';
import { longestRetryPause } from '../run/retry-pause';
import type { SiswaJob } from '../run/sync.queues';

const EVERY_MS = 1_000;
/** Looked at in one go, from those that would come last. */
const LOOK_AT = 500;

/**
 * Bull notes by the clock of the worker that failed when a retry is due. If that clock was ahead and the worker died,
 * nobody would come to it for as long; so every worker measures by itself how long a retry has been waiting.
 */
@Injectable()
export class OverdueRetries implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(OverdueRetries.name);
  private firstSeenAt = new Map<string, number>();
  private looking = false;
  private timer?: NodeJS.Timeout;

  constructor(@InjectQueue(SISWA_QUEUE) private readonly queue: Queue<SiswaJob>) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.promote(), EVERY_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Begins what has waited longer than its error asked for. Looks do not pile up while the queue is away. */
  async promote(now = performance.now()): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      const waiting = await this.queue.getJobs(['delayed'], 0, LOOK_AT - 1, false);
      const seen = this.firstSeenAt;
      this.firstSeenAt = new Map(waiting.map((job) => [keyOf(job), seen.get(keyOf(job)) ?? now]));
      const overdue = waiting.filter((job) => now - this.firstSeenAt.get(keyOf(job))! > allowedMs(job));
      await Promise.all(overdue.map((job) => job.promote()));
    } catch (error) {
      this.logger.debug(`overdue retries: ${String(error)}`);
    } finally {
      this.looking = false;
    }
  }
}

const keyOf = ({ id, attemptsMade }: Job<SiswaJob>) => `${id}/${attemptsMade}`;

const allowedMs = ({ attemptsMade, data }: Job<SiswaJob>) =>
  longestRetryPause(attemptsMade) + (data.retryAfterMs ?? 0);
