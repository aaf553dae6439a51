/** The suites of `npm test`, and what their runners reported. */
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './root.mjs';

const BROWSER_SPEC = '.browser.spec.ts';

/** The projects with tests, and where each of them is. @type {Record<string, string>} */
export const TESTED = {
  shared: 'libs/shared',
  simulator: 'apps/simulator',
  tools: 'tools',
  api: 'apps/api',
  web: 'apps/web',
  e2e: 'e2e',
};

/** Those whose tests need a database and a queue. */
export const NEED_SERVICES = ['api', 'e2e'];

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {string} project */
const reportOf = (project) => inRoot(/** @type {string} */ (TESTED[project]), 'test-results.json');

/** @param {readonly string[]} projects */
export function removeReports(projects) {
  for (const project of projects) fs.rmSync(reportOf(project), { force: true });
}

/**
 * jest and vitest write the same form. A file that could not be run has no tests to fail, and counts as one;
 * so does a project that reports nothing.
 * @param {string} project
 * @returns {Counts}
 */
export function countReport(project) {
  const file = reportOf(project);
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  const files = JSON.parse(fs.readFileSync(file, 'utf8')).testResults;
  for (const file of files) {
    const has = (/** @type {string} */ status) =>
      file.assertionResults.filter((test) => test.status === status).length;
    counts.passed += has('passed');
    counts.failed += has('failed') || (file.status === 'failed' ? 1 : 0);
    counts.skipped += file.assertionResults.length - has('passed') - has('failed');
  }
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
