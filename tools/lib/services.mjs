/** The database and the queue: those that the environment names, else private ones. */
import { startDatabase } from './private-database.mjs';
import { startQueue } from './private-queue.mjs';
import { provide } from './programs.mjs';
import { withoutPassword } from './settings.mjs';

/**
 * @typedef {{ url: string, text: string }} Service where it is, for the programs and for the user
 *
 * @param {import('./stack.mjs').Stack} stack
 * @param {{ databaseUrl: string | null, redisUrl: string | null, mayCreateDatabases?: boolean }} given
 * @returns {Promise<{ database: Service, queue: Service }>}
 */
export async function startServices(stack, { databaseUrl, redisUrl, mayCreateDatabases }) {
  await provide([
    ...(databaseUrl ? [] : [/** @type {const} */ ('database')]),
    ...(redisUrl ? [] : [/** @type {const} */ ('queue')]),
  ]);
  const database = databaseUrl ? elsewhere(databaseUrl) : await startDatabase(stack, { mayCreateDatabases });
  const queue = redisUrl ? elsewhere(redisUrl) : await startQueue(stack);
  return { database, queue };
}

/** @param {string} url */
const elsewhere = (url) => ({ url, text: withoutPassword(url) });
