/** The database and the queue: those that the environment names, else private ones. */
import { LauncherError } from './launcher-error.mjs';
import { connectTrouble } from './ports.mjs';
import { startDatabase } from './private-database.mjs';
import { startQueue } from './private-queue.mjs';
import { provide } from './programs.mjs';
import { placesOf, withoutPassword } from './settings.mjs';

const CONNECT_WITHIN_MS = 5_000;

/** Databases that live for a test file need not outlive their machine. */
const NO_DISK = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-flush-method=nosync',
  '--innodb-doublewrite=0',
];

/** @type {Record<string, string>} */
const TROUBLES = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'nobody knows this host',
  EAI_AGAIN: 'nobody knows this host',
  ETIMEDOUT: 'nobody answers there',
};

/**
 * @typedef {{ url: string, text: string }} Service where it is, for the programs and for the user
 *
 * @param {import('./stack.mjs').Stack} stack
 * @param {{ databaseUrl: string | null, redisUrl: string | null, forTests?: boolean }} given
 * @returns {Promise<{ database: Service, queue: Service }>}
 */
export async function startServices(stack, { databaseUrl, redisUrl, forTests = false }) {
  await provide([
    ...(databaseUrl ? [] : [/** @type {const} */ ('database')]),
    ...(redisUrl ? [] : [/** @type {const} */ ('queue')]),
  ]);
  const database = databaseUrl
    ? await elsewhere('DATABASE_URL', databaseUrl, 3306)
    : await startDatabase(stack, { forTests, more: forTests ? NO_DISK : [] });
  const queue = redisUrl
    ? await elsewhere('REDIS_URL', redisUrl, redisUrl.startsWith('redis+sentinel:') ? 26379 : 6379)
    : await startQueue(stack);
  return { database, queue };
}

/** Whether somebody listens there is told before anything is started. @param {string} name @param {string} url @param {number} usualPort */
async function elsewhere(name, url, usualPort) {
  const places = placesOf(url) ?? [];
  const troubles = await Promise.all(
    places.map(({ host, port }) => connectTrouble(host, port ?? usualPort, CONNECT_WITHIN_MS)),
  );
  const [trouble] = troubles;
  if (trouble && troubles.every(Boolean))
    throw new LauncherError(
      `${name}: given "${withoutPassword(url)}", but ${TROUBLES[trouble] ?? 'it cannot be reached'} (${trouble}). Is the server running, and are host and port right?`,
    );
  return { url, text: withoutPassword(url) };
}
