import { Sentinels } from '../support/sentinels';
import { Stack } from '../support/stack';

const STUDENTS = 800;

describe('with a queue that Sentinels watch', () => {
  let sentinels: Sentinels;
  let stack: Stack;

  beforeAll(async () => {
    sentinels = await Sentinels.start();
    stack = await Stack.start('sentinel', {
      students: STUDENTS,
      latencyMs: 40,
      env: { REDIS_URL: sentinels.url, SYNC_CONCURRENCY: '10' },
    });
  });
  afterAll(async () => {
    await stack.stop();
    sentinels.stop();
  });

  it.each([
    ['sleeps', 'SIGSTOP'],
    ['dies', 'SIGKILL'],
  ] as const)('a run goes on when the leader %s, and counts everybody once', async (_, signal) => {
    await stack.client.start();
    await stack.client.progressUntil(({ processed }) => processed > STUDENTS / 5);
    const former = await sentinels.leader();
    const wake = await sentinels.strikeLeader(signal);
    const end = await stack.client.progressUntil(({ isRunning }) => !isRunning);
    expect(end).toMatchObject({ status: 'completed', total: STUDENTS, successCount: STUDENTS });
    expect(await sentinels.leader()).not.toBe(former);
    const [ledger] = await stack.query<{ n: number; pending: number }>(
      `SELECT COUNT(*) AS n, CAST(SUM(outcome = 'pending') AS SIGNED) AS pending FROM sync_run_siswa WHERE run_id = ?`,
      [end.runId],
    );
    expect(ledger).toEqual({ n: STUDENTS, pending: 0 });
    if (signal === 'SIGSTOP') await wake();
  });
});
