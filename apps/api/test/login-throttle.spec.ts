import Redis from 'ioredis';
import { LoginThrottle } from '../src/auth/login-throttle';
import type { RateLimit } from '../src/common/rate-limit';
import { readRedisUrl } from '../src/config/redis-address';
import { env } from '../src/config/env';

describe('guessing passwords', () => {
  let throttles: LoginThrottle[];
  const before = env.REDIS_URL;

  beforeEach(async () => {
    const redis = new Redis(readRedisUrl(env.REDIS_URL));
    await redis.flushdb();
    redis.disconnect();
    throttles = [new LoginThrottle(), new LoginThrottle()];
    for (const throttle of throttles) await connected(throttle);
  });
  afterEach(() => {
    for (const throttle of throttles) throttle.onApplicationShutdown();
    Object.assign(env, { REDIS_URL: before });
  });

  /** The first attempts would else count for each process alone. */
  async function connected(throttle: LoginThrottle): Promise<void> {
    const { redis } = throttle as unknown as { redis: Redis };
    if (redis.status !== 'ready') await new Promise<void>((resolve) => redis.once('ready', () => resolve()));
  }

  const told: RateLimit[] = [];
  const tell = (state: RateLimit) => void told.push(state);
  const stranger = { email: 'admin@sekolah.test', address: '10.0.0.1', device: null };
  const passed = async (tries: Promise<unknown>[]) =>
    (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled').length;

  it('gets no further with 300 at once, over two processes, than with one after the other', async () => {
    const tries = Array.from({ length: 300 }, (_, n) => throttles[n % 2]!.attempt(stranger, tell));
    expect(await passed(tries)).toBe(5);
    await expect(throttles[0]!.attempt(stranger, tell)).rejects.toMatchObject({
      statusCode: 429,
      details: { retryAfterSeconds: expect.any(Number) },
    });
  });

  it('is stopped by account too, from wherever it comes, and locks out no device that is known', async () => {
    const [throttle] = throttles as [LoginThrottle];
    const tries = Array.from({ length: 100 }, (_, n) =>
      throttle.attempt({ ...stranger, address: `10.0.1.${n}` }, tell),
    );
    expect(await passed(tries)).toBe(30);
    await expect(throttle.attempt({ ...stranger, device: 'milik admin' }, tell)).resolves.toBeDefined();
    await expect(throttle.attempt({ ...stranger, email: 'lain@sekolah.test' }, tell)).resolves.toBeDefined();
  });

  it('on a known device is stopped as well', async () => {
    const tries = Array.from({ length: 50 }, () =>
      throttles[0]!.attempt({ ...stranger, device: 'ini' }, tell),
    );
    expect(await passed(tries)).toBe(10);
  });

  it('tells how many attempts are left, of the asker alone', async () => {
    const [throttle] = throttles as [LoginThrottle];
    for (let n = 0; n < 20; n++) await throttle.attempt({ ...stranger, address: `10.0.2.${n}` }, tell);
    told.splice(0);
    const takeBack = await throttle.attempt(stranger, tell);
    await takeBack();
    expect(told).toEqual([
      { limit: 5, remaining: 4, resetSeconds: 60 },
      { limit: 5, remaining: 5, resetSeconds: 60 },
    ]);
    await passed(Array.from({ length: 6 }, () => throttle.attempt(stranger, tell)));
    expect(told.at(-1)).toMatchObject({ limit: 5, remaining: 0 });
  });

  it('costs nothing when the password was right', async () => {
    for (let n = 0; n < 60; n++) await (await throttles[0]!.attempt(stranger, tell))();
  });

  it('is slowed down while Redis is away too', async () => {
    Object.assign(env, { REDIS_URL: 'redis://127.0.0.1:1' });
    const alone = new LoginThrottle();
    throttles.push(alone);
    expect(await passed(Array.from({ length: 50 }, () => alone.attempt(stranger, tell)))).toBe(5);
  });
});
