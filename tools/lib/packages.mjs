/** Installs the project's own packages where what is installed is not what the lock asks for. */
import fs from 'node:fs';
import { LauncherError } from './launcher-error.mjs';
import { inRoot } from './root.mjs';
import { attempt, lastLines } from './run.mjs';
import { step } from './terminal.mjs';

const LOCK = inRoot('package-lock.json');
/** npm writes it when an installation is complete, and removes it with the packages. */
const INSTALLED = inRoot('node_modules', '.package-lock.json');

export async function ensurePackages() {
  const hasLock = fs.existsSync(LOCK);
  if (fs.existsSync(INSTALLED) && (!hasLock || installedAsLocked())) return;
  await step('Installing packages', () => install(hasLock ? 'ci' : 'install'));
}

/** Packages for other systems are in the lock too, but need not be here. */
function installedAsLocked() {
  const installed = packagesIn(INSTALLED);
  return Object.entries(packagesIn(LOCK)).every(
    ([place, { version, optional, devOptional }]) =>
      place === '' || optional || devOptional || installed[place]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
const packagesIn = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages;

/** @param {string} command */
async function install(command) {
  // The build needs the development packages, also where NODE_ENV is production.
  const args = [command, '--include=dev', '--no-audit', '--no-fund'];
  // One of the packages would tell its makers that it was installed.
  const env = { ...process.env, DO_NOT_TRACK: '1' };
  const npmCli = process.env['npm_execpath'];
  const { code, output } = npmCli?.endsWith('.js')
    ? await attempt(process.execPath, [npmCli, ...args], { env })
    : await attempt('npm', args, { env });
  if (code !== 0)
    throw new LauncherError(`${lastLines(output)}\n\nnpm ${args.join(' ')} failed with code ${code}.`);
}
