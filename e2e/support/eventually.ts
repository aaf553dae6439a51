import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 50;

/** Asks again and again until there is an answer other than null; fails when that takes too long. */
export async function eventually<T>(ask: () => Promise<T | null>, withinMs = 90_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > deadline) throw new Error(`no answer within ${withinMs} ms`);
    await sleep(EVERY_MS);
  }
}
