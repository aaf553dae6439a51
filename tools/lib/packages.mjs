/** Installs the project's own packages where they are missing or older than the lock. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { attempt, lastLines } from './run.mjs';
import { LauncherError } from './launcher-error.mjs';
import { inRoot } from './root.mjs';
import { step } from './terminal.mjs';

const LOCK = inRoot('package-lock.json');
const STAMP = inRoot('node_modules', '.installed-lock');
const NPMS_OWN_LOCK = inRoot('node_modules', '.package-lock.json');

export async function ensurePackages() {
  const wanted = fs.existsSync(LOCK)
    ? createHash('sha256').update(fs.readFileSync(LOCK)).digest('hex')
    : null;
  if (wanted && wanted === installedLock(wanted)) return;
  await step('Installing packages', () => install(wanted ? 'ci' : 'install'));
  if (wanted) fs.writeFileSync(STAMP, wanted);
}

/** What our stamp says; without one, an installation by hand after the lock was written is as good. @param {string} wanted */
function installedLock(wanted) {
  if (fs.existsSync(STAMP)) return fs.readFileSync(STAMP, 'utf8');
  if (!fs.existsSync(NPMS_OWN_LOCK)) return null;
  return fs.statSync(NPMS_OWN_LOCK).mtimeMs >= fs.statSync(LOCK).mtimeMs ? wanted : null;
}

/** @param {string} command */
async function install(command) {
  // The build needs the development packages, also where NODE_ENV is production.
  const args = [command, '--include=dev', '--no-audit', '--no-fund'];
  const npmCli = process.env['npm_execpath'];
  const { code, output } = npmCli?.endsWith('.js')
    ? await attempt(process.execPath, [npmCli, ...args])
    : await attempt('npm', args);
  if (code !== 0)
    throw new LauncherError(`${lastLines(output)}\n\nnpm ${args.join(' ')} failed with code ${code}.`);
}
