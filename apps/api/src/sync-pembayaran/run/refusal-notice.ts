import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { askRedis } from '../../redis/ask-redis';

const KEY = 'bantubayar:database-refuses';
/** A process that died in trouble says nothing for longer. */
const KEPT_MS = 10_000;
const PATIENCE_MS = 300;

/** Where a worker tells that the database takes no writes: in Redis, since the database cannot say it of itself. */
@Injectable()
export class RefusalNotice {
  constructor(@InjectQueue(SISWA_QUEUE) private readonly queue: Queue) {}

  async post(reason: string): Promise<void> {
    await this.ask((redis) => redis.set(KEY, reason, 'PX', KEPT_MS));
  }

  async remove(): Promise<void> {
    await this.ask((redis) => redis.del(KEY));
  }

  /** Why the database takes no writes; null where nobody says so. */
  async read(): Promise<string | null> {
    return this.ask((redis) => redis.get(KEY));
  }

  /** A notice is worth no waiting: a Redis that does not answer has none. */
  private ask<T>(command: (redis: Queue['client']) => Promise<T>): Promise<T | null> {
    return askRedis(this.queue, PATIENCE_MS, command);
  }
}
