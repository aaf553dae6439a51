import { SISWA_QUEUE } from '@bantubayar/shared';
import Bull, { type Queue } from 'bull';
import { env } from '../src/config/env';
import { removeRemains } from '../src/redis/job-remains';
import { type SiswaJob, siswaJobId, siswaJobOptions } from '../src/sync-pembayaran/run/sync.queues';

/** What a worker calls with the id that it took from the list. */
const { moveToActive } = jest.requireActual<{ moveToActive(queue: Queue, jobId: string): Promise<unknown> }>(
  'bull/lib/scripts',
);

describe('a job that Redis forgot while a worker took it up', () => {
  const data: SiswaJob = { runId: '1', idperson: '7' };
  let queue: Queue<SiswaJob>;

  beforeEach(async () => {
    queue = new Bull<SiswaJob>(SISWA_QUEUE, env.REDIS_URL, { prefix: `test-remains-${process.pid}` });
    await queue.isReady();
  });
  afterEach(async () => {
    await queue.obliterate({ force: true });
    await queue.close();
  });

  it('can be added again once its remains are gone', async () => {
    await moveToActive(queue, siswaJobId(data));
    await queue.add(data, siswaJobOptions(data));
    expect(await queue.getWaitingCount()).toBe(0);
    expect(await removeRemains(queue, [siswaJobId(data)])).toEqual([0]);
    await queue.add(data, siswaJobOptions(data));
    expect(await queue.getWaiting()).toMatchObject([{ data }]);
  });

  it('is left alone where it is whole, or is not there', async () => {
    await queue.add(data, siswaJobOptions(data));
    expect(await removeRemains(queue, [siswaJobId(data), 'nobody'])).toEqual([1]);
    expect(await queue.getWaiting()).toMatchObject([{ data }]);
    expect(await removeRemains(queue, [])).toEqual([]);
  });
});
