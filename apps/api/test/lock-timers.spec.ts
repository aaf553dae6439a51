import Bull from 'bull';
import { env } from '../src/config/env';
import { LockTimers } from '../src/sync-pembayaran/queue/lock-timers';

const LOCK_MS = 200;

describe('the timers by which a worker holds on to its jobs', () => {
  const open = () => {
    const settings = { lockDuration: LOCK_MS, lockRenewTime: LOCK_MS / 4, stalledInterval: LOCK_MS / 4 };
    const queue = new Bull('lock', env.REDIS_URL, { prefix: `test-lock-${process.pid}`, settings });
    queue.on('error', () => undefined);
    new LockTimers(queue);
    return queue;
  };
  const [worker, other] = [open(), open()];

  afterAll(async () => {
    await worker.obliterate({ force: true });
    await Promise.all([worker.close(), other.close()]);
  });

  it('let nobody else have a job that takes longer than its lock, and let the worker close after it', async () => {
    const begun: string[] = [];
    let end = () => {};
    void worker.process(5, ({ id }) => {
      begun.push(`worker ${id}`);
      return id === 'long' ? new Promise<void>((done) => (end = done)) : Promise.resolve();
    });
    await worker.add({}, { jobId: 'long' });
    await worker.add({}, { jobId: 'short' });
    await until(() => begun.length === 2);
    void other.process(({ id }) => Promise.resolve(void begun.push(`other ${id}`)));
    const lockedFor = () => worker.client.pttl(`${worker.toKey('long')}:lock`);
    const since = performance.now();
    while (performance.now() - since < 5 * LOCK_MS) expect(await lockedFor()).toBeGreaterThan(0);
    expect(begun).toEqual(['worker long', 'worker short']);
    const closing = worker.pause(true);
    end();
    await closing;
    await other.pause(true);
    expect(await worker.getCompletedCount()).toBe(2);
  });

  it('hold up nobody who closes without waiting for a job', async () => {
    const begun: unknown[] = [];
    const hasty = open();
    void hasty.process(({ id }) => new Promise(() => begun.push(id)));
    await hasty.add({});
    await until(() => begun.length === 1);
    await hasty.close(true);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((wait) => setTimeout(wait, 20));
}
