import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { StartError } from '../config/start-error';
import { isConnectionError } from './connection-error';
import { checkRights } from './rights-check';

const LOCK = 'bantubayar_migrations';
const LOCK_WAIT_SECONDS = 120;

/** Brings the schema up to date; of several processes that start at once, one does it and the others wait. */
export async function migrate(dataSource: DataSource, waitSeconds = LOCK_WAIT_SECONDS): Promise<void> {
  const lock = dataSource.createQueryRunner();
  try {
    await take(lock, waitSeconds);
    const isPending = await dataSource.showMigrations();
    await checkRights(dataSource, isPending);
    if (isPending) await run(dataSource);
  } finally {
    await giveBack(lock);
  }
}

async function take(lock: QueryRunner, waitSeconds: number): Promise<void> {
  const [answer] = (await lock.query('SELECT GET_LOCK(?, ?) AS taken', [LOCK, waitSeconds])) as {
    taken: string | null;
  }[];
  if (Number(answer?.taken) === 1) return;
  throw new StartError(
    `The database is being changed by another process since more than ${waitSeconds} s (lock "${LOCK}"). Wait until that one has started, or end it, then start again.`,
  );
}

/** Whatever happened: a connection that goes back to the pool with the lock would keep everybody from migrating. */
async function giveBack(lock: QueryRunner): Promise<void> {
  await lock.query('SELECT RELEASE_LOCK(?)', [LOCK]).catch(() => undefined);
  await lock.release();
}

async function run(dataSource: DataSource): Promise<void> {
  const done = new Set((await applied(dataSource)).map(({ name }) => name));
  try {
    await dataSource.runMigrations();
  } catch (error) {
    if (!(error instanceof QueryFailedError) || isConnectionError(error)) throw error;
    const after = new Set((await applied(dataSource)).map(({ name }) => name));
    const failed = dataSource.migrations.map(({ name }) => name!).find((name) => !after.has(name));
    throw new StartError(words(failed, error, after.size - done.size), { cause: error });
  }
}

async function applied(dataSource: DataSource): Promise<{ name: string }[]> {
  return dataSource.query<{ name: string }[]>('SELECT name FROM migrations').catch(() => []);
}

function words(failed: string | undefined, { message }: Error, before: number): string {
  return [
    `The database could not be brought up to date: migration ${failed} failed: ${message}`,
    `  ${before} before it are done and stay. What ${failed} itself had done stays too, since a change of tables cannot be taken back:`,
    '  restore the backup that was made before this update, mend the cause, and start again.',
    '  Where there is nothing to lose yet, an empty database does as well.',
  ].join('\n');
}
