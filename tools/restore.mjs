/** `npm run restore -- FILE [--replace]`: the database as a backup has it. */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ask, checkDump, load } from './lib/dump.mjs';
import { LauncherError, runScript } from './lib/launcher-error.mjs';
import { provide } from './lib/programs.mjs';
import { loadDotEnv, readSettings } from './lib/settings.mjs';
import { say, step } from './lib/terminal.mjs';
import { withDatabaseAlone } from './lib/whichever-database.mjs';

const OTHERS =
  'SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()';
const TABLES = 'SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()';
const FIGURES = "SELECT COUNT(*), COALESCE(MAX(fetched_at), '') FROM siswa";

await runScript(async () => {
  const { file, replace } = readOptions();
  loadDotEnv();
  const settings = readSettings(process.env);
  await provide(['load']);
  await step('Reading the backup', () => checkDump(file));
  await withDatabaseAlone(settings, async (databaseUrl, data) => {
    await empty(databaseUrl, replace);
    await step('Restoring', () => restore(databaseUrl, file));
    const [students, fetchedAt] = String(await ask(databaseUrl, FIGURES)).split('\t');
    say(`  ${students} students, last fetched ${fetchedAt || 'never'} (UTC).`);
    // Jobs of another past; what is still to be done stands in the database.
    if (!settings.redisUrl) fs.rmSync(data.path('queue'), { recursive: true, force: true });
  });
  say('  npm start runs it, and ends what was running when the backup was made.');
  if (settings.redisUrl) say('  The queue keeps what it has: workers drop what is not to be done any more.');
});

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: { replace: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file && others.length === 0) return { file: path.resolve(file), replace: values.replace };
    throw new Error(`Given ${positionals.length} files.`);
  } catch (error) {
    throw new LauncherError(
      `${/** @type {Error} */ (error).message}\nAllowed is: npm run restore -- FILE, with --replace where the database is not empty.`,
    );
  }
}

/** @param {string} databaseUrl @param {boolean} replace */
async function empty(databaseUrl, replace) {
  const others = (await ask(databaseUrl, OTHERS)).length;
  if (others > 0)
    throw new LauncherError(
      `${others} connections use this database just now. Stop the API and all workers first; nothing was changed.`,
    );
  const tables = (await ask(databaseUrl, TABLES)).length;
  if (tables > 0 && !replace)
    throw new LauncherError(
      `This database has ${tables} tables already; nothing was changed. Keep them (npm run backup), and then say --replace.`,
    );
  await drop(databaseUrl);
}

/** All of it, or nothing. @param {string} databaseUrl @param {string} file */
async function restore(databaseUrl, file) {
  try {
    await load(databaseUrl, file);
  } catch (error) {
    await drop(databaseUrl);
    throw new LauncherError(
      `${/** @type {Error} */ (error).message}\nThe database is empty now, and the backup is as it was.`,
    );
  }
}

/** @param {string} databaseUrl */
async function drop(databaseUrl) {
  const tables = await ask(databaseUrl, TABLES);
  if (tables.length === 0) return;
  const names = tables.map((name) => `\`${name}\``).join(', ');
  await ask(databaseUrl, `SET FOREIGN_KEY_CHECKS = 0; DROP TABLE ${names}`);
}
