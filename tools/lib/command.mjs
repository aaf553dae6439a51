/** Commands of an operator: processes of the API's own, on the database and queue that `npm start` uses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { DataDir } from './data-dir.mjs';
import { LauncherError } from './launcher-error.mjs';
import { isThere } from './ports.mjs';
import { inRoot } from './root.mjs';
import { loadDotEnv, NO_APART_PASSWORDS, readSettings } from './settings.mjs';

/** Runs it with this process's arguments, and ends as it ends. @param {string} name */
export async function runCommand(name) {
  loadDotEnv();
  const settings = readSettings(process.env);
  const data = new DataDir(settings.dataDir);
  const { services } = data.recall();
  const databaseUrl = settings.databaseUrl ?? services?.database;
  const redisUrl = settings.redisUrl ?? services?.queue;
  const entry = inRoot('apps', 'api', 'dist', `${name}.js`);
  if (!databaseUrl || !redisUrl || !fs.existsSync(entry)) {
    throw new LauncherError('Bantubayar has not been started here yet: run npm start first.');
  }
  // The private database runs only while the product does.
  if (!settings.databaseUrl) await refuseStopped(databaseUrl);
  const child = spawn(process.execPath, [entry, ...process.argv.slice(2)], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      ...NO_APART_PASSWORDS,
      SECRETS_KEY: process.env['SECRETS_KEY'] || data.secretsKey(),
      LOG_LEVEL: 'error',
    },
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
}

/** @param {string} databaseUrl */
async function refuseStopped(databaseUrl) {
  if (!(await isThere(databaseUrl)))
    throw new LauncherError(
      'Bantubayar does not run just now, and with it its database: run npm start first.',
    );
}
