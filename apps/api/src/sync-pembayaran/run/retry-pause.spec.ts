import { PaymentSourceError } from '../../sisda/payment-source.errors';
import { retryPause } from './retry-pause';

describe('the pause before the next try', () => {
  const many = (attempt: number) => Array.from({ length: 500 }, () => retryPause(attempt, new Error()));

  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [20, 30_000],
  ])('after try %i is spread over 0 to %i ms', (attempt, ceiling) => {
    const pauses = many(attempt);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(ceiling);
    expect(Math.max(...pauses)).toBeGreaterThan(ceiling / 2);
    expect(Math.min(...pauses)).toBeLessThan(ceiling / 2);
  });

  it('is never shorter than Retry-After', () => {
    const error = new PaymentSourceError('rate_limited', { retryAfterMs: 5_000 });
    expect(retryPause(1, error)).toBeGreaterThanOrEqual(5_000);
  });
});
