import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { readRedisUrl } from '../config/redis-address';
import { env } from '../config/env';
import { redisClient } from '../redis/redis-client';
import { RequestAbandonedError } from './payment-source.errors';

const KEY = 'bantubayar:payment-source-next-turn';
/** A turn further away than this is not reserved, so that a cancelled run leaves no queue behind. */
const HORIZON_MICROS = 200_000;
/** A busy process that comes this late for its turn takes another one: late turns would pile up to a burst. */
const TOO_LATE_MS = 50;
/** One that is always late would never get to ask anything. */
const MISSED_TURNS = 3;

/**
 * Turns are a fixed interval apart, by the clock of Redis. Answers the microseconds until the turn, and whether it is
 * reserved.
 */
const RESERVE = `
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]
  local turn = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))
  if turn - now > tonumber(ARGV[2]) then return { turn - now, 0 } end
  redis.call('SET', KEYS[1], string.format('%.0f', turn + ARGV[1]), 'PX', 60000)
  return { turn - now, 1 }`;

/** Keeps SYNC_RATE_LIMIT over all processes: requests begin evenly spaced. */
@Injectable()
export class RateLimiter implements OnApplicationShutdown {
  private readonly redis =
    env.SYNC_RATE_LIMIT > 0 ? redisClient(readRedisUrl(env.REDIS_URL), { maxRetriesPerRequest: null }) : null;
  private readonly intervalMicros = Math.ceil(1_000_000 / Math.max(1, env.SYNC_RATE_LIMIT));

  constructor() {
    this.redis?.on('error', () => undefined);
  }

  /** Waits for a turn; throws RequestAbandonedError as soon as the request is no longer wanted. */
  async turn(isWanted: () => Promise<boolean>): Promise<void> {
    if (!this.redis) return;
    for (let missed = 0; ;) {
      const [micros, reserved] = (await this.redis.eval(
        RESERVE,
        1,
        KEY,
        this.intervalMicros,
        HORIZON_MICROS,
      )) as [number, number];
      const waitMicros = reserved ? micros : Math.min(micros, HORIZON_MICROS) * (0.5 + Math.random() / 2);
      const due = performance.now() + waitMicros / 1000;
      if (waitMicros > 0) await sleep(Math.ceil(waitMicros / 1000));
      if (!(await isWanted())) throw new RequestAbandonedError('not wanted any more when its turn came');
      const late = performance.now() - due > TOO_LATE_MS;
      if (reserved && (!late || ++missed > MISSED_TURNS)) return;
    }
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}
