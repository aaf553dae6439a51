/** `npm run backup [-- --to FILE | --keep N]`: the whole database as one file, also while the product runs. */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DataDir } from './lib/data-dir.mjs';
import { dumpTo } from './lib/dump.mjs';
import { LauncherError, runScript } from './lib/launcher-error.mjs';
import { wholeNumber } from './lib/options.mjs';
import { provide } from './lib/programs.mjs';
import { loadDotEnv, readSettings } from './lib/settings.mjs';
import { say, step } from './lib/terminal.mjs';
import { withDatabase } from './lib/whichever-database.mjs';

const OURS = /^bantubayar-\d{8}-\d{6}\.sql\.gz$/;

await runScript(async () => {
  const { to, keep } = readOptions();
  loadDotEnv();
  const settings = readSettings(process.env);
  await provide(['dump']);
  await withDatabase(settings, async (databaseUrl) => {
    const file = to ?? path.join(folder(settings), `bantubayar-${stamp()}.sql.gz`);
    if (fs.existsSync(file)) throw new LauncherError(`${file} is there already; a backup replaces none.`);
    await step('Backing up', () => dumpTo(databaseUrl, file));
    say(`  ${file} (${megabytes(file)})`);
    if (keep !== null) removeAllBut(keep, folder(settings));
  });
  if (!process.env['SECRETS_KEY'])
    say(
      `  The key that opens saved credentials is not in it. Keep it elsewhere: ${path.join(settings.dataDir, 'secrets.key')}`,
    );
});

function readOptions() {
  try {
    const { values } = parseArgs({ options: { to: { type: 'string' }, keep: { type: 'string' } } });
    const { to, keep } = values;
    if (to !== undefined && keep !== undefined)
      throw new LauncherError('--keep is for the folder of backups; with --to there is none.');
    return {
      to: to ? path.resolve(to) : null,
      keep: keep === undefined ? null : wholeNumber('keep', keep, 0),
    };
  } catch (error) {
    if (error instanceof LauncherError) throw error;
    throw new LauncherError(
      `${/** @type {Error} */ (error).message}\nAllowed are --to FILE, or --keep N to leave the newest N of DATA_DIR/backups.`,
    );
  }
}

/** @param {import('./lib/settings.mjs').Settings} settings */
function folder({ dataDir }) {
  const backups = new DataDir(dataDir).path('backups');
  fs.mkdirSync(backups, { recursive: true, mode: 0o700 });
  return backups;
}

/** UTC: in the order of their names they were made. */
function stamp() {
  return new Date().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}

/** @param {string} file */
function megabytes(file) {
  return `${(fs.statSync(file).size / 1_000_000).toFixed(1)} MB`;
}

/** @param {number} keep @param {string} backups */
function removeAllBut(keep, backups) {
  const oldest = fs
    .readdirSync(backups)
    .filter((name) => OURS.test(name))
    .sort()
    .slice(0, -keep);
  for (const name of oldest) fs.rmSync(path.join(backups, name));
  if (oldest.length > 0) say(`  Removed, since --keep is ${keep}: ${oldest.join(', ')}`);
}
