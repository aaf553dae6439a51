/** What kind of system this is, and where its programs lie. */
import fs from 'node:fs';
import path from 'node:path';

const MORE_FOLDERS = [
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/libexec',
  '/usr/local/mysql/bin',
  '/opt/homebrew/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  ...['/opt/homebrew/opt', '/usr/local/opt'].flatMap((prefix) =>
    ['mariadb', 'mysql', 'redis', 'valkey'].map((name) => `${prefix}/${name}/bin`),
  ),
];

/** @typedef {(...names: string[]) => string | null} FindProgram */
/** @typedef {{ family: string, root: boolean }} System */

/** The first of these programs that is on this machine. @type {FindProgram} */
export function findProgram(...names) {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), ...MORE_FOLDERS].filter(Boolean);
  for (const name of names) {
    const found = folders.map((folder) => path.join(folder, name)).find(isProgram);
    if (found) return found;
  }
  return null;
}

/** @param {string} file */
function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @returns {System} */
export function detectSystem() {
  const root = process.getuid?.() === 0;
  if (process.platform === 'darwin') return { family: 'mac', root };
  if (process.platform === 'win32') return { family: 'windows', root };
  return {
    family: linuxFamily(fs.existsSync('/etc/os-release') ? fs.readFileSync('/etc/os-release', 'utf8') : ''),
    root,
  };
}

/** The distribution by its own name, else by the one that it comes from. @param {string} osRelease */
export function linuxFamily(osRelease) {
  const value = (/** @type {string} */ key) =>
    new RegExp(`^${key}="?([^"\n]*)"?$`, 'm').exec(osRelease)?.[1] ?? '';
  const ids = [value('ID'), ...value('ID_LIKE').split(' ')];
  const known = ['debian', 'ubuntu', 'fedora', 'rhel', 'arch', 'alpine', 'suse'];
  const family = ids.flatMap((id) =>
    known.filter((name) => id === name || (name === 'suse' && id.includes('suse'))),
  )[0];
  return family === 'ubuntu' ? 'debian' : (family ?? 'other');
}
