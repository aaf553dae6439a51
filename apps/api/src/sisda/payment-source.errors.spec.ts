import { errorOfStatus, retryAfterMs } from './payment-source.errors';

describe('what an HTTP status means', () => {
  it.each([
    [500, 'server_error', true],
    [503, 'server_error', true],
    [429, 'rate_limited', true],
    [408, 'connection_failed', true],
    [400, 'request_rejected', false],
    [404, 'not_found', false],
    [401, 'credentials_rejected', false],
    [403, 'credentials_rejected', false],
    [302, 'redirected', false],
  ])('%i is %s, worth another try: %s', (status, reason, retryable) => {
    expect(errorOfStatus(status)).toMatchObject({ reason, retryable, httpStatus: status });
  });

  it('keeps the pause that the service asks for', () => {
    expect(errorOfStatus(429, '7').retryAfterMs).toBe(7_000);
  });
});

describe('Retry-After', () => {
  it.each([
    ['3', 3_000],
    ['Sun, 22 Nov 2026 12:00:05 GMT', 5_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['99999999', 600_000],
    ['soon', 0],
    [undefined, 0],
  ])('%s is %i ms', (header, ms) => {
    expect(retryAfterMs(header, Date.parse('2026-11-22T12:00:00Z'))).toBe(ms);
  });
});
