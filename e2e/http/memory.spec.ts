import { once } from 'node:events';
import { resolve } from 'node:path';
import type { TestProcess } from '../support/process';
import { Stack } from '../support/stack';

const STUDENTS = 500;
/** What is made when it is first used, compiled code above all, has been made by then. */
const RUNS_BEFORE = 4;
const RUNS = 10;
/** Of a kilobyte that were kept of each student, five would be left. */
const MOST_GROWN_MB = 3;

describe('memory', () => {
  let stack: Stack;

  beforeAll(async () => {
    const env = { NODE_OPTIONS: `--import "${resolve(__dirname, '../support/living-heap.mjs')}"` };
    stack = await Stack.start('memory', { students: STUDENTS, latencyMs: 0, env });
  });
  afterAll(() => stack.stop());

  /** Every other run finds the answers of the one before. */
  async function runs(from: number, until: number): Promise<void> {
    for (let n = from; n < until; n++) {
      await stack.faults({ changedShare: 1, changeSeed: 1 + Math.floor(n / 2) });
      await stack.client.runToEnd();
    }
  }

  async function livingMb({ child }: TestProcess): Promise<number> {
    child.send({ type: 'heap' });
    const [{ bytes }] = (await once(child, 'message')) as [{ bytes: number }];
    return bytes / 2 ** 20;
  }
  const both = () => Promise.all([stack.api, stack.workers[0]!].map(livingMb));

  it(`does not grow over ${RUNS} runs, in the API and in the worker`, async () => {
    await runs(0, RUNS_BEFORE);
    const before = await both();
    await runs(RUNS_BEFORE, RUNS_BEFORE + RUNS);
    const grown = (await both()).map((mb, n) => mb - before[n]!);
    expect(Math.max(...grown)).toBeLessThan(MOST_GROWN_MB);
  }, 180_000);
});
