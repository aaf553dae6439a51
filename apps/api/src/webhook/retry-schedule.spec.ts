import { nextTryInMs } from './retry-schedule';

const HOUR_MS = 3_600_000;
const middle = () => 0.5;

describe('the next try', () => {
  it('waits longer each time, and none begins after a day', () => {
    const pauses: number[] = [];
    let triedForMs = 0;
    for (let attempts = 1; ; attempts++) {
      const inMs = nextTryInMs({ attempts, triedForMs }, middle);
      if (inMs === null) break;
      pauses.push(inMs);
      triedForMs += inMs;
    }
    expect(pauses[0]).toBe(5_000);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(triedForMs).toBeGreaterThan(18 * HOUR_MS);
    expect(triedForMs).toBeLessThanOrEqual(24 * HOUR_MS);
  });

  it('is not at the same moment for all', () => {
    const at = (random: number) => nextTryInMs({ attempts: 1, triedForMs: 0 }, () => random);
    expect([at(0), at(0.5), at(0.999)]).toEqual([4_500, 5_000, 5_499]);
  });
});
