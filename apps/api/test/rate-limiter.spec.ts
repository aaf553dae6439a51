import Redis from 'ioredis';
import { env } from '../src/config/env';
import { RequestAbandonedError } from '../src/sisda/payment-source.errors';
import { RateLimiter } from '../src/sisda/rate-limiter';

const A_SECOND = 50;

describe('the rate limit', () => {
  const limiters: RateLimiter[] = [];

  beforeEach(async () => {
    Object.assign(env, { SYNC_RATE_LIMIT: A_SECOND });
    limiters.push(new RateLimiter(), new RateLimiter());
    const redis = new Redis(env.REDIS_URL);
    await redis.flushdb();
    redis.disconnect();
  });
  afterEach(() => {
    for (const limiter of limiters.splice(0)) limiter.onApplicationShutdown();
  });

  it('holds over all processes together, evenly spaced', async () => {
    const begun: number[] = [];
    const request = async (limiter: RateLimiter) => {
      await limiter.turn(async () => true);
      begun.push(performance.now());
    };
    await Promise.all(Array.from({ length: 60 }, (_, n) => request(limiters[n % 2]!)));
    const elapsedMs = begun.at(-1)! - begun[0]!;
    expect(elapsedMs).toBeGreaterThan((59 / A_SECOND) * 1000 * 0.95);
    const inAnyHalfSecond = begun.map((from) => begun.filter((at) => at >= from && at < from + 500).length);
    expect(Math.max(...inAnyHalfSecond)).toBeLessThanOrEqual(A_SECOND / 2 + 5);
  });

  it('gives a process that comes late for its turn another one, but not for ever', async () => {
    const block = async () => {
      const until = performance.now() + 80;
      while (performance.now() < until);
      return true;
    };
    const reserve = jest.spyOn(limiters[0]!['redis']!, 'eval');
    await limiters[0]!.turn(block);
    expect(reserve).toHaveBeenCalledTimes(4);
  });

  it('lets a request go whose run was cancelled while it waited, and leaves no queue behind', async () => {
    let wanted = true;
    const requests = Array.from({ length: 100 }, () => limiters[0]!.turn(async () => wanted));
    const settled = Promise.allSettled(requests);
    await requests[0];
    wanted = false;
    const abandoned = (await settled).filter(
      (result) => result.status === 'rejected' && result.reason instanceof RequestAbandonedError,
    );
    expect(abandoned.length).toBeGreaterThan(80);
    const since = performance.now();
    await limiters[1]!.turn(async () => true);
    expect(performance.now() - since).toBeLessThan(500);
  });

  it('is none at 0', async () => {
    Object.assign(env, { SYNC_RATE_LIMIT: 0 });
    const unlimited = new RateLimiter();
    await Promise.all(
      Array.from({ length: 1_000 }, () => unlimited.turn(() => Promise.reject(new Error('asked')))),
    );
  });
});
