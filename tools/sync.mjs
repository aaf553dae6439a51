/** `npm run sync`: starts a run from the terminal, on the database and queue that `npm start` uses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { DataDir } from './lib/data-dir.mjs';
import { LauncherError, runScript } from './lib/launcher-error.mjs';
import { inRoot } from './lib/root.mjs';
import { loadDotEnv, readSettings } from './lib/settings.mjs';

const ENTRY = inRoot('apps', 'api', 'dist', 'sync.js');

await runScript(async () => {
  loadDotEnv();
  const settings = readSettings(process.env);
  const data = new DataDir(settings.dataDir);
  const { services } = data.recall();
  const databaseUrl = settings.databaseUrl ?? services?.database;
  const redisUrl = settings.redisUrl ?? services?.queue;
  if (!databaseUrl || !redisUrl || !fs.existsSync(ENTRY)) {
    throw new LauncherError('Bantubayar has not been started here yet: run npm start first.');
  }
  const child = spawn(process.execPath, [ENTRY, ...process.argv.slice(2)], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      SECRETS_KEY: process.env['SECRETS_KEY'] || data.secretsKey(),
      LOG_LEVEL: 'error',
    },
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
});
