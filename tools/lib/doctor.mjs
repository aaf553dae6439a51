/** Looks at everything that a start needs, changes nothing, and says what would fail and how to mend it. */
import fs from 'node:fs';
import path from 'node:path';
import { refuseBusyPort } from './applications.mjs';
import { DataDir } from './data-dir.mjs';
import { megabytesLeft } from './files.mjs';
import { LauncherError } from './launcher-error.mjs';
import { isAlive } from './process-identity.mjs';
import { find, howToInstall } from './programs.mjs';
import { inRoot } from './root.mjs';
import { attempt } from './run.mjs';
import { readSettings, withoutPassword } from './settings.mjs';
import { detectSystem } from './system.mjs';
import { say } from './terminal.mjs';

const ROOM_MB = 500;
const OLDEST_NODE = [20, 19];
/** What only the API knows how to look at. */
const CHECK = inRoot('apps', 'api', 'dist', 'check.js');

/** @typedef {import('./settings.mjs').Settings} Settings */

/** How many things would fail. @param {NodeJS.ProcessEnv} env */
export async function diagnose(env) {
  let wrong = 0;
  const tell = (
    /** @type {string} */ title,
    /** @type {string} */ well,
    /** @type {string | null} */ trouble,
  ) => {
    if (trouble !== null) wrong += 1;
    say(`${trouble === null ? '✓' : '✗'} ${title.padEnd(10)}${indented(trouble ?? well)}`);
  };

  tell('Node.js', process.version, oldNode());
  /** @type {Settings} */
  let settings;
  try {
    settings = readSettings(env);
  } catch (error) {
    tell('Settings', '', wordsOf(error));
    return wrong;
  }
  tell(
    'Data',
    settings.dataDir,
    trouble(() => refuseUnusable(settings.dataDir)),
  );
  const owner = ownerOf(settings.dataDir);
  if (owner)
    tell('Address', `Bantubayar runs on ${settings.host}:${settings.port} already (process ${owner})`, null);
  else tell('Address', `${settings.host}:${settings.port}`, await later(refuseBusyPort(settings)));
  for (const [title, need, url] of /** @type {const} */ ([
    ['Database', 'database', settings.databaseUrl],
    ['Queue', 'queue', settings.redisUrl],
  ]))
    if (!url)
      tell(
        title,
        `a private one, by ${find(need)}`,
        find(need) ? null : howToInstall([need], detectSystem()),
      );
  for (const [title, well, seen] of await seenByApi(settings, env)) tell(title, well, seen);
  if (!settings.paymentApiUrl) tell('Payments', 'the simulator, with demo data', null);
  return wrong;
}

function oldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = OLDEST_NODE;
  const isOld = major < neededMajor || (major === neededMajor && minor < neededMinor);
  return isOld ? `${process.version} is too old, needed is ${OLDEST_NODE.join('.')} or later` : null;
}

/** The nearest folder that is there is where it would be made. @param {string} folder */
function refuseUnusable(folder) {
  let there = folder;
  while (!fs.existsSync(there)) there = path.dirname(there);
  fs.accessSync(there, fs.constants.W_OK);
  const left = megabytesLeft(there);
  if (left < ROOM_MB)
    throw new LauncherError(
      `${left} MB are left on the disk of ${there}, ${ROOM_MB} MB are wanted. Make room, or choose another DATA_DIR.`,
    );
}

/** @param {string} folder */
function ownerOf(folder) {
  if (!fs.existsSync(path.join(folder, 'run'))) return null;
  const owner = new DataDir(folder).processes.owner();
  return owner && isAlive(owner) ? owner.pid : null;
}

/** The API's own settings, and the servers that the environment names, each with where it is and what is wrong with it. @param {Settings} settings @param {NodeJS.ProcessEnv} env @returns {Promise<[string, string, string | null][]>} */
async function seenByApi({ databaseUrl, redisUrl, paymentApiUrl }, env) {
  const servers = /** @type {[string, string, string | null][]} */ ([
    ['database', 'Database', databaseUrl],
    ['queue', 'Queue', redisUrl],
    ['service', 'Payments', paymentApiUrl],
    ['mail', 'E-mail', env['SMTP_URL']],
  ]).filter(([, , url]) => url);
  if (!fs.existsSync(CHECK))
    return servers.map(([, title]) => [
      title,
      'not looked at: nothing has been built here yet (npm run build)',
      null,
    ]);
  const { code, output } = await attempt(process.execPath, [CHECK, ...servers.map(([part]) => part)], {
    env: { ...env, LOG_LEVEL: 'error' },
  });
  const lines = output.split('\n').filter((line) => line.startsWith('{"part"'));
  if (code !== 0) return [['Settings', '', output.trim()]];
  const troubles = new Map(lines.map((line) => [JSON.parse(line).part, JSON.parse(line).trouble]));
  return servers.map(([part, title, url]) => [
    title,
    withoutPassword(String(url)),
    troubles.get(part) ?? null,
  ]);
}

/** @param {() => void} look */
function trouble(look) {
  try {
    look();
    return null;
  } catch (error) {
    return wordsOf(error);
  }
}

/** @param {Promise<void>} look */
const later = (look) =>
  look.then(
    () => null,
    (/** @type {unknown} */ error) => wordsOf(error),
  );

/** @param {unknown} error */
const wordsOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {string} text */
const indented = (text) => text.replaceAll('\n', `\n${' '.repeat(12)}`);
