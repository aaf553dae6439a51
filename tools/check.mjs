/** `npm run check`: format, lint, types, packages, the OpenAPI document and the lock; runs all of them and fails when one does. */
import fs from 'node:fs';
import { build, NX_ENV } from './lib/build.mjs';
import { LauncherError, runScript } from './lib/launcher-error.mjs';
import { lintOpenApi } from './lib/openapi-lint.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { bin, inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { say, step } from './lib/terminal.mjs';

/** nx skips the projects in which nothing changed. @param {string} target */
const inEveryProject = (target) => () =>
  run(bin('nx'), ['run-many', '-t', target, '--outputStyle=static'], { env: { ...process.env, ...NX_ENV } });

/** @type {[string, () => Promise<unknown>][]} */
const CHECKS = [
  ['Format', () => run(bin('prettier'), ['--check', '--cache', '.'])],
  ['Lint', inEveryProject('lint')],
  ['Types', inEveryProject('types')],
  ['Packages named and used', () => run(bin('knip'), [])],
  [
    'OpenAPI and its references unchanged',
    () => run(process.execPath, [inRoot('apps/api/dist/write-openapi.js'), '--check']),
  ],
  ['OpenAPI by the rules', lintOpenApi],
  ['Lock without download hosts', lockNamesNoHost],
];

await runScript(async () => {
  await ensurePackages();
  let failed = 0;
  await build().catch(count);
  for (const [title, check] of CHECKS) await step(title, check).catch(count);

  function count(/** @type {Error} */ error) {
    failed += 1;
    say(`\n${error.message}\n`);
  }
  if (failed > 0) throw new LauncherError(`${failed} of ${CHECKS.length + 1} checks failed.`);
});

/** A lock with addresses would send everybody to the host that its writer used. */
async function lockNamesNoHost() {
  const addresses =
    fs.readFileSync(inRoot('package-lock.json'), 'utf8').match(/"resolved": "\w+:\/\/[^"]*"/g) ?? [];
  if (addresses.length > 0)
    throw new LauncherError(`package-lock.json has ${addresses.length} of them: ${addresses[0]}, …`);
}
