import { QueryFailedError } from 'typeorm';
import { env } from '../config/env';
import { safeError } from './safe-error';

describe('what the log tells of an error', () => {
  it('has no values of a failed query and no words of a refused command', () => {
    const query = new QueryFailedError(
      'UPDATE user SET password_hash = ?',
      ['scrypt$rahasia'],
      Object.assign(new Error('Lock wait timeout exceeded'), {
        code: 'ER_LOCK_WAIT_TIMEOUT',
        errno: 1205,
        sql: "UPDATE user SET password_hash = 'scrypt$rahasia'",
      }),
    );
    const command = Object.assign(new Error('WRONGPASS'), { command: { name: 'auth', args: ['rahasia'] } });
    for (const error of [query, command, new Error('around it', { cause: query })]) {
      const told = safeError(error);
      expect(JSON.stringify(told)).not.toContain('rahasia');
      expect(told.message).toBe(error.message);
    }
    expect(safeError(query)).toMatchObject({
      code: 'ER_LOCK_WAIT_TIMEOUT',
      errno: 1205,
      type: 'QueryFailedError',
    });
  });

  it('takes whatever was thrown', () => {
    expect(safeError('a word')).toEqual({ message: 'a word' });
    expect(safeError(undefined)).toEqual({ message: 'undefined' });
    const circle = new Error('circle');
    circle.cause = circle;
    expect(safeError(circle).message).toBe('circle');
  });
});

describe('a text for the log', () => {
  const before = { ...env };
  afterEach(() => Object.assign(env, before));

  it('has no secret of the environment, however it is written', () => {
    Object.assign(env, {
      DATABASE_URL: 'mysql://u:kata%2Fsandi%22@h/d',
      REDIS_URL: 'redis://:rahasia-redis@h',
      PAYMENT_API_TOKEN: 'rahasia-token',
    });
    jest.isolateModules(() => {
      jest.doMock('../config/env', () => ({ env }));
      const { withoutSecrets } = jest.requireActual<typeof import('./secrets')>('./secrets');
      const text = [
        ...[
          'mysql://u:kata%2Fsandi%22@h/d',
          'password kata/sandi"',
          JSON.stringify({ password: 'kata/sandi"' }),
        ],
        ...['AUTH rahasia-redis', 'Bearer rahasia-token', 'https://other:word@host/path'],
      ].join('\n');
      expect(withoutSecrets(text)).toBe(
        [
          'mysql://***@h/d',
          'password ***',
          '{"password":"***"}',
          'AUTH ***',
          'Bearer ***',
          'https://***@host/path',
        ].join('\n'),
      );
    });
  });
});
