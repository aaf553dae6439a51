/** `npm run verify [-- --json]`: recomputes every derived figure from the stored answers, and exits 1 where one differs. */
import { parseArgs } from 'node:util';
import { DataDir } from './lib/data-dir.mjs';
import { LauncherError, runScript } from './lib/launcher-error.mjs';
import { inRoot } from './lib/root.mjs';
import { loadDotEnv, readSettings } from './lib/settings.mjs';
import { say } from './lib/terminal.mjs';
import { verify } from './lib/verify/verification.mjs';

const TOLD = 20;

await runScript(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const result = await verifyDatabase();
  const { checks, sums } = result;
  if (values.json) say(JSON.stringify(result, null, 2));
  else tell(checks, sums);
  if (checks.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
});

async function verifyDatabase() {
  loadDotEnv();
  const settings = readSettings(process.env);
  const url = settings.databaseUrl ?? new DataDir(settings.dataDir).recall().services?.database;
  if (!url) throw new LauncherError('Bantubayar has not been started here yet: run npm start first.');
  const { createConnection } = await import('mysql2/promise');
  const { readDatabaseUrl } = await import(inRoot('apps', 'api', 'dist', 'config', 'addresses.js'));
  const options = { supportBigNumbers: true, bigNumberStrings: true, dateStrings: true };
  const connection = await createConnection({ ...readDatabaseUrl(url), ...options, typeCast: asText });
  try {
    return await verify(
      async (sql, params) => /** @type {any[]} */ ((await connection.query(sql, params))[0]),
      settings.timeZone,
    );
  } finally {
    await connection.end();
  }
}

/** Every value as the text that the server sent. @param {{ string(encoding?: string): string | null }} field */
function asText(field) {
  return field.string('utf8');
}

/** @param {import('./lib/verify/verification.mjs').Check[]} checks @param {Record<string, string | number>} sums */
function tell(checks, sums) {
  for (const { what, compared, differences } of checks) {
    say(
      `${differences.length === 0 ? '✓' : '✗'} ${what}: ${compared} compared, ${differences.length} differ`,
    );
    for (const difference of differences.slice(0, TOLD)) say(`    ${difference}`);
  }
  say(
    Object.entries(sums)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  );
}
