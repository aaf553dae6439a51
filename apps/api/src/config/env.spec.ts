import { readEnv } from './env';

describe('reading the environment', () => {
  it('has a default for everything', () => {
    expect(readEnv({})).toMatchObject({
      PORT: 3000,
      SYNC_CONCURRENCY: 50,
      SYNC_TIMEOUT_MS: 30_000,
      SYNC_TRIES: 3,
    });
  });

  it.each([
    [{ PORT: '99999' }, 'PORT: got "99999", allowed is a whole number from 0 to 65535'],
    [{ SYNC_CONCURRENCY: '0' }, 'SYNC_CONCURRENCY: got "0", allowed is a whole number from 1 to 1000'],
    [{ SYNC_TRIES: '1e1' }, 'SYNC_TRIES: got "1e1", allowed is a whole number from 1 to 20'],
    [{ DEMO_DATA: 'yes' }, 'DEMO_DATA: got "yes", allowed is true or false'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL: got "loud", allowed is fatal, error, warn, info, debug, trace, silent',
    ],
    [
      { PAYMENT_API_URL: 'ftp://school' },
      'PAYMENT_API_URL: got "ftp://school", allowed is an address that begins with http:// or https://',
    ],
  ])('refuses %j with the name, what was given and what is allowed', (source, message) => {
    expect(() => readEnv(source)).toThrow(message);
  });

  it('does not repeat a password in its message', () => {
    expect(() => readEnv({ DATABASE_URL: 'postgres://root:rahasia@host/db' })).toThrow(/^(?!.*rahasia)/);
  });
});
