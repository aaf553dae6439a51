/** `npm run release -- VERSION [--dry-run]`: gives everything its version, dates the changelog, writes the bill of materials, commits and tags. */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { LauncherError, runScript } from './lib/launcher-error.mjs';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/run.mjs';
import { say, step } from './lib/terminal.mjs';

const CHANGELOG = inRoot('CHANGELOG.md');
const UNRELEASED = '## Unreleased';
const NUMBERS = /^(\d+)\.(\d+)\.(\d+)$/;

await runScript(async () => {
  const { version, dryRun } = readOptions();
  const current = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')).version;
  if (!isLater(version, current)) throw new LauncherError(`${version} is not later than ${current}.`);
  if ((await run('git', ['status', '--porcelain'])).trim())
    throw new LauncherError('There are changes that are not committed; a release is of what is.');
  const changelog = fs.readFileSync(CHANGELOG, 'utf8');
  const notes = changelog.split(UNRELEASED)[1]?.split('\n## ')[0]?.trim();
  if (!notes) throw new LauncherError(`CHANGELOG.md says nothing under "${UNRELEASED}".`);
  const dated = changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## ${version} – ${today()}`);
  const materials = inRoot('docs', `bantubayar-${version}.cdx.json`);

  if (dryRun) {
    const found = JSON.parse(await billOfMaterials()).components.length;
    say(
      `${current} would become ${version}, in every package.json and the lock, with this text:\n\n${notes}\n`,
    );
    say(
      `${found} packages would be named in ${materials}; commit and tag would be v${version}. Nothing was changed.`,
    );
    return;
  }
  const everywhere = [
    '--workspaces',
    '--include-workspace-root',
    '--no-git-tag-version',
    '--no-workspaces-update',
  ];
  await step('Version', () => run('npm', ['version', version, ...everywhere]));
  await step('Lock', () => run('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund']));
  await step('Bill of materials', async () => fs.writeFileSync(materials, await billOfMaterials()));
  fs.writeFileSync(CHANGELOG, dated);
  await run('git', ['add', '--all']);
  await run('git', ['commit', '--message', `chore(release): ${version}`]);
  await run('git', ['tag', '--annotate', `v${version}`, '--message', notes]);
  say(`\nReleased as v${version} here; git push --follow-tags tells the others.`);
});

function readOptions() {
  const { values, positionals } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
    strict: false,
  });
  const [version, ...others] = positionals;
  if (!version || others.length > 0 || !NUMBERS.test(version))
    throw new LauncherError(
      `Given "${positionals.join(' ')}", allowed is a version: npm run release -- 1.2.0, with --dry-run to only look.`,
    );
  return { version, dryRun: values['dry-run'] === true };
}

/** @param {string} version @param {string} than */
function isLater(version, than) {
  const [a, b] = [version, than].map((each) => (NUMBERS.exec(each) ?? []).slice(1).map(Number));
  const at = a?.findIndex((number, n) => number !== b?.[n]) ?? -1;
  return at >= 0 && Number(a?.[at]) > Number(b?.[at]);
}

/** The packages of the API, which is what an installation runs, with their licences, in CycloneDX. */
function billOfMaterials() {
  return run('npm', [
    'sbom',
    '--workspace',
    '@bantubayar/api',
    '--sbom-format',
    'cyclonedx',
    '--package-lock-only',
  ]);
}

function today() {
  return new Date().toISOString().slice(0, 10);
}
