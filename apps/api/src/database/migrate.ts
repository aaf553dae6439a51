import type { DataSource } from 'typeorm';

const LOCK = 'bantubayar_migrations';
const LOCK_WAIT_SECONDS = 120;

/** Brings the schema up to date; of several processes that start at once, one does it and the others wait. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT GET_LOCK(?, ?)', [LOCK, LOCK_WAIT_SECONDS]);
    await dataSource.runMigrations();
    await lock.query('SELECT RELEASE_LOCK(?)', [LOCK]);
  } finally {
    await lock.release();
  }
}
