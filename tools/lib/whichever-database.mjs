/** The product's database, for commands that need nothing else: one that runs, or the private one, run for as long as it takes. */
import fs from 'node:fs';
import { DataDir } from './data-dir.mjs';
import { stopOnInterrupt } from './interrupts.mjs';
import { LauncherError } from './launcher-error.mjs';
import { isThere } from './ports.mjs';
import { startDatabase } from './private-database.mjs';
import { provide } from './programs.mjs';
import { Stack } from './stack.mjs';

/** @typedef {import('./settings.mjs').Settings} Settings */

/**
 * Does something with the database's address, beside the product where that runs.
 * @param {Settings} settings @param {(databaseUrl: string) => Promise<void>} work
 */
export async function withDatabase(settings, work) {
  if (settings.databaseUrl) return work(settings.databaseUrl);
  const data = new DataDir(settings.dataDir);
  const running = data.recall().services?.database;
  if (running && (await isThere(running))) return work(running);
  if (!fs.existsSync(data.path('database')))
    throw new LauncherError(
      `There is no database in ${settings.dataDir}: Bantubayar has not been started here.`,
    );
  return withDatabaseAlone(settings, work);
}

/**
 * The same while nobody else uses the private one: a product that runs on it is a reason not to begin.
 * @param {Settings} settings @param {(databaseUrl: string, data: DataDir) => Promise<void>} work
 */
export async function withDatabaseAlone(settings, work) {
  const data = new DataDir(settings.dataDir);
  if (settings.databaseUrl) return work(settings.databaseUrl, data);
  await data.processes.claim();
  const stack = new Stack(data);
  const { wasInterrupted } = stopOnInterrupt(stack, 130);
  try {
    await provide(['database']);
    const { url } = await startDatabase(stack);
    await work(url, data);
  } catch (error) {
    if (!wasInterrupted()) throw error;
  } finally {
    if (!wasInterrupted()) await stack.stop();
  }
}
