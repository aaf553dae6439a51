import type { DataSource } from 'typeorm';
import { databaseErrorOf } from '../src/common/database-error';
import { mayPass } from '../src/database/connection-error';
import { addSiswa, freshDatabase } from './database';

describe('what a caller is told of a database error', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    await addSiswa(dataSource, 1);
  });
  afterAll(() => dataSource.destroy());

  const told = async (sql: string, params: unknown[] = []) =>
    databaseErrorOf(
      await dataSource.query(sql, params).then(
        () => 'no error',
        (error: unknown) => error,
      ),
    );

  it.each([
    ['out of range', 'UPDATE siswa SET tunggakan = ?', ['9'.repeat(30)]],
    ['too long', 'UPDATE siswa SET nama = ?', ['x'.repeat(500)]],
    ['no number', 'UPDATE siswa SET tunggakan = ?', ['banyak']],
    ['no time', 'UPDATE siswa SET fetched_at = ?', ['kemarin']],
  ])('a value that is %s is the caller’s: 400', async (_, sql, params) => {
    expect(await told(sql, params)).toMatchObject({ statusCode: 400, code: 'validation_failed' });
  });

  it('a lock that was waited for too long is nobody’s: 503, and soon again', async () => {
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('UPDATE siswa SET nama = nama');
    const waiting = dataSource.createQueryRunner();
    await waiting.query('SET SESSION innodb_lock_wait_timeout = 1');
    const error: unknown = await waiting.query('DELETE FROM siswa').catch((lost: unknown) => lost);
    expect(databaseErrorOf(error)).toMatchObject({
      statusCode: 503,
      details: { retryAfterSeconds: 1 },
    });
    await runner.rollbackTransaction();
    await Promise.all([runner.release(), waiting.release()]);
  });

  it('a node that has lost its Galera cluster is not ready: 503, and what waits for it goes on waiting', async () => {
    const said = 'WSREP has not yet prepared node for application use';
    const error: unknown = await dataSource
      .query(`SIGNAL SQLSTATE '08S01' SET MYSQL_ERRNO = 1047, MESSAGE_TEXT = '${said}'`)
      .catch((refused: unknown) => refused);
    expect(databaseErrorOf(error)).toMatchObject({ statusCode: 503 });
    expect(mayPass(error)).toBe(true);
  });

  it('a fault of our own stays one', async () => {
    expect(await told('SELECT tidak_ada FROM siswa')).toBeNull();
    expect(databaseErrorOf(new Error('apa'))).toBeNull();
  });
});
