import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  type IRateLimiterOptions,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { RateLimit, TellRateLimit } from '../common/rate-limit';
import { readRedisUrl } from '../config/redis-address';
import { env } from '../config/env';
import { redisClient } from '../redis/redis-client';
import { TooManyAttemptsError } from './auth.errors';

const ANSWERS_WITHIN_MS = 500;

/** Where an attempt comes from: a device on which this account was signed in before is told apart from strangers. */
export interface Attempt {
  email: string;
  address: string;
  device: string | null;
}

/**
 * Slows down guessing. Every attempt is counted before the password is looked at, and taken back where it was right, so
 * that many at once get no further than one after the other. Strangers count by account and address, by address, by
 * account and in all; a known device counts by itself, so no stranger can lock it out.
 */
@Injectable()
export class LoginThrottle implements OnApplicationShutdown {
  private readonly redis = redisClient(readRedisUrl(env.REDIS_URL), {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: ANSWERS_WITHIN_MS,
  });
  private readonly device = this.limiter('device', 10, 600);
  private readonly pair = this.limiter('pair', 5, 60);
  private readonly address = this.limiter('address', 50, 600);
  private readonly account = this.limiter('account', 30, 600);
  private readonly all = this.limiter('all', 1_000, 600);
  private readonly change = this.limiter('change', 5, 60);

  constructor() {
    this.redis.on('error', () => undefined);
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }

  /** Counts an attempt to sign in; throws where there were too many. What is answered takes it back. */
  attempt({ email, address, device }: Attempt, tell: TellRateLimit): Promise<() => Promise<void>> {
    if (device !== null) return this.count([[this.device, device, true]], tell);
    const limits: Limit[] = [
      [this.pair, `${address} ${email}`, true],
      [this.address, address, true],
      [this.account, email, false],
      [this.all, 'all', false],
    ];
    return this.count(limits, tell);
  }

  /** The same for naming one's present password. */
  attemptChange(userId: string, tell: TellRateLimit): Promise<() => Promise<void>> {
    return this.count([[this.change, userId, true]], tell);
  }

  /** One after the other: an attempt that is refused here does not count there. */
  private async count(limits: Limit[], tell: TellRateLimit): Promise<() => Promise<void>> {
    const own: RateLimit[] = [];
    for (const [limiter, key, isOwn] of limits) {
      try {
        const state = stateOf(limiter, await limiter.consume(key));
        if (isOwn) own.push(state);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        tell(stateOf(limiter, refusal));
        throw new TooManyAttemptsError(Math.ceil(refusal.msBeforeNext / 1000));
      }
    }
    tell(tightest(own));
    return async () => {
      await Promise.all(limits.map(([limiter, key]) => limiter.reward(key)));
      tell(tightest(own.map((state) => ({ ...state, remaining: state.remaining + 1 }))));
    };
  }

  /** Shared by all API processes through Redis; while that is away each counts for itself. */
  private limiter(name: string, points: number, duration: number): RateLimiterRedis {
    const options: IRateLimiterOptions = { keyPrefix: `bantubayar:login:${name}`, points, duration };
    return new RateLimiterRedis({
      ...options,
      storeClient: this.redis,
      insuranceLimiter: new RateLimiterMemory(options),
    });
  }
}

/** What others did with an account or in all is not told. */
type Limit = [limiter: RateLimiterRedis, key: string, isOwn: boolean];

const stateOf = (
  { points }: RateLimiterRedis,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
): RateLimit => ({
  limit: points,
  remaining: remainingPoints,
  resetSeconds: Math.max(0, Math.ceil(msBeforeNext / 1000)),
});

const tightest = (states: RateLimit[]): RateLimit =>
  states.reduce((least, each) => (each.remaining < least.remaining ? each : least));
