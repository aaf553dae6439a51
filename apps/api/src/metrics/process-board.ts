import { SISWA_QUEUE } from '@bantubayar/shared';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { askRedis } from '../redis/ask-redis';
import { ownFigures, type ProcessFigures, processName } from './registry';

const NAMES = 'bantubayar:processes';
const keyOf = (name: string) => `bantubayar:process:${name}`;
/** Longer than between two readings of /metrics, so that the last words of a process are heard. */
const KEPT_MS = 30_000;
const PATIENCE_MS = 1_000;

/** Where every process leaves what it has counted, for the one that is asked: in Redis, since workers speak no HTTP. */
@Injectable()
export class ProcessBoard {
  private isPosting = false;

  constructor(@InjectQueue(SISWA_QUEUE) private readonly queue: Queue) {}

  /** Nothing while the last post is not taken: a Redis that hangs would gather them in our memory. */
  async post(): Promise<void> {
    const name = processName();
    if (name === null || this.isPosting) return;
    const figures = JSON.stringify(await ownFigures());
    await this.ask(async (redis) => {
      this.isPosting = true;
      try {
        await redis.set(keyOf(name), figures, 'PX', KEPT_MS);
        await redis.sadd(NAMES, name);
      } finally {
        this.isPosting = false;
      }
    });
  }

  /** What the others have counted; nothing where Redis does not say. */
  async others(): Promise<ProcessFigures[]> {
    const read = await this.ask(async (redis) => {
      const names = (await redis.smembers(NAMES)).filter((name) => name !== processName());
      if (names.length === 0) return [];
      // One by one: in a Redis Cluster they lie on different servers.
      const posted = await Promise.all(names.map((name) => redis.get(keyOf(name))));
      const gone = names.filter((_, n) => posted[n] === null);
      // One that is alive after all says so again.
      if (gone.length > 0) await redis.srem(NAMES, gone);
      return posted.filter((figures) => figures !== null);
    });
    return (read ?? []).map((figures) => JSON.parse(figures) as ProcessFigures);
  }

  /** Figures are worth no waiting. */
  private ask<T>(command: (redis: Queue['client']) => Promise<T>): Promise<T | null> {
    return askRedis(this.queue, PATIENCE_MS, command);
  }
}
