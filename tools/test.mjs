/**
 * `npm test`: sets up a database, a queue and a browser of its own and runs the tests of every project; nx skips those
 * to which nothing changed since they passed, unless `-- --fresh` is given. `-- unit`, `web` or a project's name
 * runs less, and with a part of a file's path just that file.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, NX_ENV } from './lib/build.mjs';
import { DataDir } from './lib/data-dir.mjs';
import { stopOnInterrupt } from './lib/interrupts.mjs';
import { LauncherError, runScript } from './lib/launcher-error.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { find, provideForTests } from './lib/programs.mjs';
import { bin } from './lib/root.mjs';
import { attempt } from './lib/run.mjs';
import { startServices } from './lib/services.mjs';
import { Stack } from './lib/stack.mjs';
import { say } from './lib/terminal.mjs';
import {
  browserSpecs,
  countReport,
  inWords,
  NEED_SERVICES,
  removeReports,
  TESTED,
  total,
} from './lib/test-reports.mjs';

const FOLDER_PREFIX = path.join(os.tmpdir(), 'bantubayar-test-');
const FRESH = '--fresh';
const UNIT = ['shared', 'simulator', 'tools', 'api'];

await runScript(runTests, () => say('\n0 passed, 1 failed'));

async function runTests() {
  const { projects, patterns, fresh } = asked(process.argv.slice(2));

  await removeLeftovers();
  const data = new DataDir(fs.mkdtempSync(FOLDER_PREFIX));
  await data.processes.claim();
  const stack = new Stack(data);
  process.once('exit', () => fs.rmSync(data.folder, { recursive: true, force: true }));
  const { wasInterrupted } = stopOnInterrupt(stack, 130);

  try {
    await ensurePackages();
    if (projects.includes('e2e')) await provideForTests();
    const chromium = process.env['CHROMIUM_PATH'] || find('browser');
    await build();
    const env = {
      ...process.env,
      ...NX_ENV,
      NODE_ENV: 'test',
      ...(await services(stack, projects)),
      CHROMIUM_PATH: chromium ?? '',
      REDIS_SERVER_PATH: find('queue') ?? '',
    };

    removeReports(projects);
    const { code } = await attempt(bin('nx'), nxTest(projects, patterns, fresh), { env, show: true });
    if (wasInterrupted()) return;

    const counts = total(projects.map(countReport));
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    if (projects.includes('e2e') && !chromium) counts.skipped += skipBrowserSpecs();
    await stack.stop();
    if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
    say(`\n${inWords(counts)}`);
  } catch (error) {
    if (wasInterrupted()) return;
    await stack.stop();
    throw error;
  }
}

/** @param {string[]} words */
function asked(words) {
  const isProject = (/** @type {string} */ word) => Object.hasOwn(TESTED, word);
  const named = words.flatMap((word) => (word === 'unit' ? UNIT : isProject(word) ? word : []));
  const patterns = words.filter((word) => word !== 'unit' && word !== FRESH && !isProject(word));
  return {
    projects: named.length > 0 ? named : Object.keys(TESTED),
    patterns,
    // Who names a file wants to see it run.
    fresh: words.includes(FRESH) || patterns.length > 0,
  };
}

/** One project after the other: most of them use all cores. @param {string[]} projects @param {string[]} patterns @param {boolean} fresh */
function nxTest(projects, patterns, fresh) {
  return [
    ...['run-many', '--target=test', `--projects=${projects.join(',')}`, '--parallel=1'],
    ...['--excludeTaskDependencies', '--outputStyle=stream-without-prefixes'],
    ...(fresh ? ['--skipNxCache'] : []),
    ...patterns,
  ];
}

/** @param {Stack} stack @param {string[]} projects */
async function services(stack, projects) {
  if (!projects.some((project) => NEED_SERVICES.includes(project))) return {};
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
  return files.length;
}

/** A test run that was killed leaves its servers running and its folder behind. */
async function removeLeftovers() {
  const parent = path.dirname(FOLDER_PREFIX);
  for (const name of fs.readdirSync(parent).filter((each) => each.startsWith(path.basename(FOLDER_PREFIX)))) {
    try {
      await new DataDir(path.join(parent, name)).processes.claim();
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
    } catch (error) {
      // Another test run is using it just now, or it is another user's.
      if (!(error instanceof LauncherError)) throw error;
    }
  }
}
