import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { within } from '../../common/within';
import { leadersOf } from '../../redis/redis-client';

const KEY = 'bantubayar:takes-writes';
const KEPT_MS = 60_000;
const PATIENCE_MS = 1_000;
/** A Redis that is away for less is being restarted. */
const AWAY_FOR_MS = 10_000;
/** After it threw something away, it is taken to go on doing so for as long. */
const EVICTED_FOR_MS = 5_000;

/** By what Redis says. */
const REFUSALS: readonly [RegExp, string][] = [
  [/^OOM/, 'memorinya penuh'],
  [/^MISCONF/, 'datanya tidak dapat ditulis ke disk'],
  [/^READONLY/, 'hanya boleh dibaca'],
  [/CLUSTERDOWN/, 'sebagian server Redis Cluster tidak ada'],
  [/^(NOAUTH|WRONGPASS|NOPERM)/, 'kata sandi atau haknya ditolak'],
];

/** Whether the queue's Redis takes and keeps what it is given. */
@Injectable()
export class QueueTrouble {
  private answeredAt = performance.now();
  private evicted: number | null = null;
  private evictedAt = -Infinity;

  constructor(@InjectQueue(SISWA_QUEUE) private readonly queue: Queue) {}

  /** Why it does not, as an Indonesian sentence; null while it does. */
  async look(): Promise<string | null> {
    const phrase = await within(PATIENCE_MS, this.refusal(), 'away' as const);
    if (phrase !== 'away') this.answeredAt = performance.now();
    if (phrase === 'away') {
      return performance.now() - this.answeredAt > AWAY_FOR_MS ? 'Antrean (Redis) tidak menjawab' : null;
    }
    return phrase && `Antrean (Redis) menolak: ${phrase}`;
  }

  private async refusal(): Promise<string | null> {
    try {
      await this.queue.client.set(KEY, '1', 'PX', KEPT_MS);
    } catch (error) {
      const { message } = error as Error;
      const [, phrase] = REFUSALS.find(([pattern]) => pattern.test(message)) ?? [];
      return phrase ?? null;
    }
    return this.eviction();
  }

  /** A full Redis that makes room by throwing jobs away would let a run stand still. */
  private async eviction(): Promise<string | null> {
    const stats = await Promise.all(leadersOf(this.queue.client).map((server) => server.info('stats')));
    const evicted = stats.reduce((sum, each) => sum + Number(/^evicted_keys:(\d+)/m.exec(each)?.[1] ?? 0), 0);
    if (this.evicted !== null && evicted > this.evicted) this.evictedAt = performance.now();
    this.evicted = evicted;
    const isEvicting = performance.now() - this.evictedAt < EVICTED_FOR_MS;
    return isEvicting ? 'memorinya penuh dan isinya dibuang; maxmemory-policy harus noeviction' : null;
  }
}
