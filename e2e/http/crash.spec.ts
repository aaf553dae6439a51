import type { SyncProgressDto } from '@bantubayar/shared';
import Redis from 'ioredis';
import { Stack } from '../support/stack';

const STUDENTS = 600;

describe('whatever dies, everybody is counted exactly once', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('crash', { students: STUDENTS, latencyMs: 100, workers: 2 });
  });
  afterAll(() => stack.stop());

  const ended = ({ isRunning }: SyncProgressDto) => !isRunning;

  async function interruptedBy(harm: () => Promise<void>): Promise<SyncProgressDto> {
    const { body: run } = await stack.client.start();
    await stack.client.progressUntil(({ processed }) => processed > 60);
    await harm();
    const end = await stack.client.progressUntil((now) => now.runId === run.runId && ended(now));
    const [ledger] = await stack.query<{ rows: number; ended: number }>(
      `SELECT COUNT(*) AS \`rows\`, SUM(outcome IN ('updated', 'unchanged')) + 0 AS ended FROM sync_run_siswa WHERE run_id = ?`,
      [run.runId],
    );
    expect([Number(ledger!.rows), Number(ledger!.ended)]).toEqual([STUDENTS, STUDENTS]);
    return end;
  }
  const exactly = {
    status: 'completed',
    processed: STUDENTS,
    successCount: STUDENTS,
    failed: 0,
    percent: 100,
  };

  it('a worker killed in the middle', async () => {
    const end = await interruptedBy(async () => {
      await stack.workers.shift()!.end('SIGKILL');
    });
    expect(end).toMatchObject(exactly);
    stack.startWorker();
  });

  it('all workers killed, and one started later', async () => {
    const end = await interruptedBy(async () => {
      await Promise.all(stack.workers.splice(0).map((worker) => worker.end('SIGKILL')));
      stack.startWorker();
    });
    expect(end).toMatchObject(exactly);
  });

  it('the API killed and started again', async () => {
    const end = await interruptedBy(async () => {
      await stack.api.end('SIGKILL');
      await stack.startApi();
    });
    expect(end).toMatchObject(exactly);
  });

  it('the queue losing all its data', async () => {
    const redis = new Redis(stack.redisUrl);
    const end = await interruptedBy(async () => {
      await redis.flushdb();
    });
    redis.disconnect();
    expect(end).toMatchObject(exactly);
  });

  it('a worker told to stop hands back what it holds', async () => {
    stack.startWorker();
    await stack.workersAlive(2);
    const end = await interruptedBy(async () => {
      const leaving = stack.workers.shift()!;
      const since = performance.now();
      await leaving.end('SIGTERM');
      expect(leaving.child.exitCode).toBe(0);
      expect(performance.now() - since).toBeLessThan(10_000);
    });
    expect(end).toMatchObject(exactly);
  });
});
