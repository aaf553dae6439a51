import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { within } from '../../common/within';
import { type SiswaJob, siswaJobId } from './sync.queues';

/** Shorter waits are the ordinary pause before another try, and not worth a word. */
const WORTH_TELLING_MS = 5_000;
const LOOK_AT = 1_000;
const PATIENCE_MS = 500;
/** Bull keeps the time of a delayed job in the upper bits of its score. */
const BULL_SCORE = 0x1000;

/** Students of a run whom the payment service asked to be left alone for longer. */
export interface Waits {
  siswa: number;
  /** When the first of them is asked again. */
  from: Date;
  /** When the last of them is. */
  until: Date;
}

/** Students who wait for their next try because the payment service asked for a pause. */
@Injectable()
export class RetryWaits {
  constructor(@InjectQueue(SISWA_QUEUE) private readonly queue: Queue<SiswaJob>) {}

  /** null where nobody waits, or the queue does not answer. */
  async of(runId: string): Promise<Waits | null> {
    const waiting = await within(PATIENCE_MS, this.waiting(runId), null).catch(() => null);
    const times = (waiting ?? []).map(({ at }) => at).filter((at) => at - Date.now() > WORTH_TELLING_MS);
    if (times.length === 0) return null;
    return {
      siswa: times.length,
      from: new Date(Math.min(...times)),
      until: new Date(Math.max(...times)),
    };
  }

  /** Asks for them at once: the service answers again, or somebody wants it so. */
  async end(runId: string): Promise<void> {
    for (const { id } of (await within(PATIENCE_MS, this.waiting(runId), null)) ?? []) {
      const job = await this.queue.getJob(id);
      await job?.promote().catch(() => undefined);
    }
  }

  private async waiting(runId: string): Promise<{ id: string; at: number }[]> {
    const { client } = this.queue;
    if (client.status !== 'ready') return [];
    const flat = await client.zrange(this.queue.toKey('delayed'), 0, LOOK_AT - 1, 'WITHSCORES');
    const jobs = flat.flatMap((id, n) =>
      n % 2 === 0 ? [{ id, at: Math.floor(Number(flat[n + 1]) / BULL_SCORE) }] : [],
    );
    const prefix = siswaJobId({ runId, idperson: '' });
    return jobs.filter(({ id }) => id.startsWith(prefix));
  }
}
