/** The suites of `npm test`, and how to count what their runners report. */
import fs from 'node:fs';
import path from 'node:path';
import { attempt } from './run.mjs';
import { bin, inRoot } from './root.mjs';

const BROWSER_SPEC = '.browser.spec.ts';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ report: string, patterns: readonly string[], browser: boolean }} Wish
 * @typedef {{ title: string, needsServices: boolean, command: string, args: (wish: Wish) => string[] }} Suite
 */

/** @param {Wish} wish @param {string} config */
const jest = ({ report, patterns }, config) => [
  // Before the options: a list option would take them for its own.
  ...patterns,
  `--config=${inRoot(config)}`,
  '--json',
  `--outputFile=${report}`,
  '--passWithNoTests',
  '--testMatch=**/*.spec.ts',
];

/** @type {Record<string, Suite>} */
export const SUITES = {
  unit: {
    title: 'Unit, with a real database and queue',
    needsServices: true,
    command: bin('jest'),
    args: (wish) => jest(wish, 'jest.config.mjs'),
  },
  web: {
    title: 'The page in parts',
    needsServices: false,
    command: bin('vitest'),
    args: ({ report, patterns }) => [
      ...['run', `--root=${inRoot('apps', 'web')}`, '--passWithNoTests'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...patterns,
    ],
  },
  e2e: {
    title: 'Over HTTP and in the browser',
    needsServices: true,
    command: bin('jest'),
    args: (wish) => [
      ...jest(wish, 'e2e/jest.config.mjs'),
      // A program that a failed test left running must not keep the whole run from its end.
      '--forceExit',
      ...(wish.browser
        ? []
        : ['--testPathIgnorePatterns=browser', '--testPathIgnorePatterns=/node_modules/']),
    ],
  },
};

/**
 * @param {Suite} suite
 * @param {Wish} wish
 * @param {NodeJS.ProcessEnv} env
 */
export async function runSuite(suite, wish, env) {
  const { code } = await attempt(suite.command, suite.args(wish), { env, show: true });
  return countReport(fs.existsSync(wish.report) ? fs.readFileSync(wish.report, 'utf8') : null, code);
}

/**
 * jest and vitest write the same form. A file that could not be run has no tests to fail, and counts as one.
 * @param {string | null} report
 * @param {number} code
 * @returns {Counts}
 */
export function countReport(report, code) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  const files = report ? JSON.parse(report).testResults : [];
  for (const file of files) {
    const has = (/** @type {string} */ status) =>
      file.assertionResults.filter((test) => test.status === status).length;
    counts.passed += has('passed');
    counts.failed += has('failed') || (file.status === 'failed' ? 1 : 0);
    counts.skipped += file.assertionResults.length - has('passed') - has('failed');
  }
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** The files that only a browser can run. */
export function browserSpecs() {
  const files = fs.readdirSync(inRoot('e2e'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith(BROWSER_SPEC) && !file.includes('node_modules'))
    .map((file) => path.join('e2e', file));
}

/** @param {Counts[]} all */
export function total(all) {
  const sum = (/** @type {keyof Counts} */ key) => all.reduce((before, counts) => before + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** @param {Counts} counts */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
