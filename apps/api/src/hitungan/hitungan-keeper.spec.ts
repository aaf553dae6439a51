import { setTimeout as sleep } from 'node:timers/promises';
import type { CountingRepository } from './counting.repository';
import { HitunganKeeper } from './hitungan-keeper';
import { Readers } from './readers';

const COUNTING_MS = 20;
/** 97 hundredths of the time, or nearly so as clocks go. */
const RESTS = 0.96 / 0.03;
const REST_MS = RESTS * COUNTING_MS;

describe('who counts students behind those who write them', () => {
  const counted: { from: number; to: number }[] = [];
  const counting = {
    count: jest.fn(async () => {
      const from = performance.now();
      await sleep(COUNTING_MS);
      counted.push({ from, to: performance.now() });
      return 1_000;
    }),
    isFarBehind: jest.fn(async () => false),
  };
  let readers: Readers;
  let keeper: HitunganKeeper;

  beforeEach(() => {
    counted.length = 0;
    counting.isFarBehind.mockResolvedValue(false);
    readers = new Readers();
    keeper = new HitunganKeeper(counting as unknown as CountingRepository, readers);
    keeper.onApplicationBootstrap();
  });
  afterEach(() => keeper.onApplicationShutdown());

  const times = async (n: number) => {
    while (counted.length < n) await sleep(5);
  };
  const pauseBefore = (n: number) => counted[n]!.from - counted[n - 1]!.to;

  it('leaves nearly all of the time to others while nobody reads the sums', async () => {
    await times(2);
    // A timer may be early by a millisecond, and the rest is short by as much.
    const { from, to } = counted[0]!;
    expect(pauseBefore(1)).toBeGreaterThanOrEqual(RESTS * (to - from));
  });

  it('is at it as soon as somebody reads', async () => {
    await times(1);
    readers.note();
    const begun = performance.now();
    await times(6);
    expect(performance.now() - begun).toBeLessThan(15 * COUNTING_MS + 500);
    expect(pauseBefore(5)).toBeLessThan(REST_MS);
  });

  it('does not pause when what is left is about to make reading dear', async () => {
    counting.isFarBehind.mockResolvedValue(true);
    await times(4);
    expect(pauseBefore(3)).toBeLessThan(REST_MS);
  });
});
