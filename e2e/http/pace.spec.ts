import type { SyncProgressDto } from '@bantubayar/shared';
import { Stack } from '../support/stack';

/** What is refused until it is known what the service bears is little of so many. */
const STUDENTS = 6_000;
const LATENCY_MS = 50;
/** The most that one worker may ask at once. */
const MOST = 50;
/** At 20 at once it takes 16 s; a machine that is busy takes longer. */
const LONGEST_MS = 120_000;

describe('the requests at once', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('pace', { students: STUDENTS, latencyMs: LATENCY_MS });
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.resetStats());

  const ended = ({ isRunning }: SyncProgressDto) => !isRunning;

  it(
    'are as many as a service bears that collapses above 20',
    async () => {
      await stack.faults({ collapseAbove: 20 });
      await stack.client.start();
      const onTheWay = await stack.client.progressUntil(({ processed }) => processed > STUDENTS / 2);
      expect(onTheWay.atOnce).toBeGreaterThanOrEqual(15);
      expect(onTheWay.atOnce).toBeLessThanOrEqual(21);
      expect(onTheWay.latencyMs).toBeGreaterThanOrEqual(LATENCY_MS);
      const end = await stack.client.progressUntil(ended);
      expect(end).toMatchObject({ status: 'completed', failed: 0, atOnce: null, latencyMs: null });
      const { requests, byStatus } = await stack.stats();
      expect(byStatus['503']! / requests).toBeLessThan(0.01);
    },
    LONGEST_MS,
  );

  it(
    'are the most allowed, and never more, with a service that bears any number',
    async () => {
      // Another process: this one knows of a service that bore less.
      await stack.workers[0]!.end();
      stack.startWorker();
      await stack.faults({ latencyMs: 200 });
      await stack.client.start();
      await stack.client.progressUntil(({ atOnce }) => atOnce === MOST);
      await stack.client.post('/admin/sync-pembayaran/cancel');
      await stack.client.progressUntil(ended);
      expect((await stack.stats()).mostAtOnce).toBe(MOST);
    },
    LONGEST_MS,
  );
});
