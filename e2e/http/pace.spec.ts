import type { SyncProgressDto } from '@bantubayar/shared';
import { Stack } from '../support/stack';

const STUDENTS = 6_000;
/** The most that one worker may ask at once. */
const MOST = 50;

describe('the requests at once', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('pace', { students: STUDENTS, latencyMs: 30 });
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.resetStats());

  const ended = ({ isRunning }: SyncProgressDto) => !isRunning;

  it('are as many as a service bears that collapses above 20', async () => {
    await stack.faults({ collapseAbove: 20 });
    await stack.client.start();
    const onTheWay = await stack.client.progressUntil(({ processed }) => processed > STUDENTS / 2);
    expect(onTheWay.atOnce).toBeGreaterThanOrEqual(15);
    expect(onTheWay.atOnce).toBeLessThanOrEqual(21);
    expect(onTheWay.latencyMs).toBeGreaterThanOrEqual(30);
    const end = await stack.client.progressUntil(ended);
    expect(end).toMatchObject({ status: 'completed', failed: 0, atOnce: null, latencyMs: null });
    const { requests, byStatus } = await stack.stats();
    expect(byStatus['503']! / requests).toBeLessThan(0.01);
  });

  it('are the most allowed, and never more, with a service that bears any number', async () => {
    const faster = await Stack.start('pace_faster', { students: 2_000, latencyMs: 50 });
    try {
      await faster.client.start();
      await faster.client.progressUntil(({ atOnce }) => atOnce === MOST);
      expect(await faster.client.progressUntil(ended)).toMatchObject({ status: 'completed' });
      expect((await faster.stats()).mostAtOnce).toBe(MOST);
    } finally {
      await faster.stop();
    }
  });
});
