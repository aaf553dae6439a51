/** `npm test`: sets up a database, a queue and a browser of its own, and runs every suite; `-- unit`, `web` or `e2e` runs one. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { DataDir } from './lib/data-dir.mjs';
import { stopOnInterrupt } from './lib/interrupts.mjs';
import { LauncherError, runScript } from './lib/launcher-error.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { provideBrowser } from './lib/programs.mjs';
import { startServices } from './lib/services.mjs';
import { Stack } from './lib/stack.mjs';
import { say } from './lib/terminal.mjs';
import { browserSpecs, inWords, runSuite, SUITES, total } from './lib/test-suites.mjs';

const FOLDER_PREFIX = path.join(os.tmpdir(), 'bantubayar-test-');

await runScript(runTests, () => say('\n0 passed, 1 failed'));

async function runTests() {
  const named = process.argv.slice(2).filter((word) => Object.hasOwn(SUITES, word));
  const patterns = process.argv.slice(2).filter((word) => !Object.hasOwn(SUITES, word));
  const suites = Object.entries(SUITES).filter(([name]) => named.length === 0 || named.includes(name));

  await removeLeftovers();
  const data = new DataDir(fs.mkdtempSync(FOLDER_PREFIX));
  await data.claim();
  const stack = new Stack(data);
  process.once('exit', () => fs.rmSync(data.folder, { recursive: true, force: true }));
  const { wasInterrupted } = stopOnInterrupt(stack, 130);

  try {
    await ensurePackages();
    const chromium = suites.some(([name]) => name === 'e2e') ? await provideBrowser() : null;
    await build();
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      ...(await services(stack, suites)),
      CHROMIUM_PATH: chromium ?? '',
    };

    const results = [];
    for (const [name, suite] of suites) {
      say(`\n── ${name}: ${suite.title}`);
      const wish = { report: data.path(`${name}.json`), patterns, browser: chromium !== null };
      results.push(await runSuite(suite, wish, env));
      if (wasInterrupted()) return;
      if (name === 'e2e' && !chromium) results.push(skipBrowserSpecs());
    }

    const counts = total(results);
    await stack.stop();
    if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
    say(`\n${inWords(counts)}`);
  } catch (error) {
    if (wasInterrupted()) return;
    await stack.stop();
    throw error;
  }
}

/** @param {Stack} stack @param {[string, import('./lib/test-suites.mjs').Suite][]} suites */
async function services(stack, suites) {
  if (!suites.some(([, suite]) => suite.needsServices)) return {};
  const { database, queue } = await startServices(stack, {
    databaseUrl: process.env['TEST_DATABASE_URL'] || null,
    redisUrl: process.env['TEST_REDIS_URL'] || null,
    forTests: true,
  });
  return { DATABASE_URL: database.url, REDIS_URL: queue.url };
}

function skipBrowserSpecs() {
  const files = browserSpecs();
  for (const file of files) say(`skipped, since there is no Chromium: ${file}`);
  return { passed: 0, failed: 0, skipped: files.length };
}

/** A test run that was killed leaves its servers running and its folder behind. */
async function removeLeftovers() {
  const parent = path.dirname(FOLDER_PREFIX);
  for (const name of fs.readdirSync(parent).filter((each) => each.startsWith(path.basename(FOLDER_PREFIX)))) {
    try {
      await new DataDir(path.join(parent, name)).claim();
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
    } catch (error) {
      // Another test run is using it just now, or it is another user's.
      if (!(error instanceof LauncherError)) throw error;
    }
  }
}
