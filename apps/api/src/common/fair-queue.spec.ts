import { setImmediate as soon } from 'node:timers/promises';
import { FairQueue } from './fair-queue';

describe('a fair queue', () => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  let queue: FairQueue;

  beforeEach(() => {
    begun.length = 0;
    ends.clear();
    queue = new FairQueue({ atOnce: 2, waitingEach: 3, waiting: 5 });
  });

  /** Named a1, a2, … for client a. */
  const ask = (name: string, left?: AbortSignal) =>
    queue
      .run(
        name[0]!,
        () => {
          begun.push(name);
          return new Promise<string>((resolve) => ends.set(name, () => resolve('done')));
        },
        left,
      )
      .catch((error: { because: string }) => error.because);
  const end = async (name: string) => {
    ends.get(name)!();
    await soon();
  };

  it('works on few at once, and clients take turns', async () => {
    const asked = ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'c1'].map((name) => ask(name));
    await soon();
    expect(begun).toEqual(['a1', 'a2']);
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'a5']) await end(name);
    expect(begun).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'a5']);
    expect(await Promise.all(asked)).toEqual(Array(7).fill('done'));
  });

  it('refuses a client who waits too often already, and nobody else', async () => {
    const asked = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((name) => ask(name));
    expect(await asked[5]).toBe('client');
    const other = ask('b1');
    for (const name of ['a1', 'a2', 'a3', 'b1']) await end(name);
    expect(await other).toBe('done');
  });

  it('takes the place of a newcomer from whoever waits most, where there is no more room', async () => {
    const asked = ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2'].map((name) => ask(name));
    const newcomer = ask('c1');
    expect(await asked[4]).toBe('client');
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1']) await end(name);
    expect(await newcomer).toBe('done');
  });

  it('refuses a newcomer where everybody waits as little', async () => {
    for (const name of ['a1', 'a2', 'b1', 'c1', 'd1', 'e1', 'f1']) void ask(name);
    expect(await ask('g1')).toBe('all');
  });

  it('does nothing for whoever has left', async () => {
    const left = new AbortController();
    void ask('a1');
    void ask('a2');
    const asked = ask('a3', left.signal);
    left.abort();
    expect(await asked).toBe('client');
    await end('a1');
    await end('a2');
    expect(begun).toEqual(['a1', 'a2']);
    void ask('b1');
    await soon();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
  });

  it('goes on behind work that failed', async () => {
    const failed = queue
      .run('a', () => Promise.reject(new Error('apa')))
      .catch((error: Error) => error.message);
    void ask('b1');
    const waiting = ask('c1');
    expect(await failed).toBe('apa');
    await soon();
    await end('c1');
    expect(await waiting).toBe('done');
  });
});
