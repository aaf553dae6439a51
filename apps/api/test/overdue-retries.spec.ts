import Bull, { type Queue } from 'bull';
import Redis from 'ioredis';
import { env } from '../src/config/env';
import { OverdueRetries } from '../src/sync-pembayaran/queue/overdue-retries';
import type { SiswaJob } from '../src/sync-pembayaran/run/sync.queues';

const FIVE_MINUTES_MS = 300_000;

describe('retries that a worker with a wrong clock left behind', () => {
  let queue: Queue<SiswaJob>;
  let retries: OverdueRetries;

  beforeEach(async () => {
    const redis = new Redis(env.REDIS_URL);
    await redis.flushdb();
    redis.disconnect();
    queue = new Bull<SiswaJob>('overdue', env.REDIS_URL);
    retries = new OverdueRetries(queue);
  });
  afterEach(() => queue.close());

  const leave = (data: SiswaJob) => queue.add(data, { delay: FIVE_MINUTES_MS });

  it('begin once they have waited longer than a retry may', async () => {
    await leave({ runId: '1', idperson: '1' });
    await retries.promote(0);
    await retries.promote(200);
    expect(await queue.getDelayedCount()).toBe(1);
    await retries.promote(300);
    expect(await queue.getJobCounts()).toMatchObject({ delayed: 0, waiting: 1 });
  });

  it('wait as long as the payment service asked for', async () => {
    await leave({ runId: '1', idperson: '1', retryAfterMs: 60_000 });
    await retries.promote(0);
    await retries.promote(60_000);
    expect(await queue.getDelayedCount()).toBe(1);
    await retries.promote(60_300);
    expect(await queue.getDelayedCount()).toBe(0);
  });
});
