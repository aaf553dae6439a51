/** Finds the database server, the queue server and what the tests need, and installs those that are missing where that is possible. */
import { installOnDebian } from './debian-packages.mjs';
import { LauncherError } from './launcher-error.mjs';
import { detectSystem, findProgram } from './system.mjs';
import { say } from './terminal.mjs';

/** @typedef {'database' | 'queue' | 'dump' | 'load' | 'browser' | 'php' | 'curl' | 'jq'} Need */
/** @typedef {import('./system.mjs').System} System */

/** @type {Record<string, string>} */
const CLIENTS = {
  debian: 'mariadb-client',
  fedora: 'mariadb',
  rhel: 'mariadb',
  suse: 'mariadb-client',
  arch: 'mariadb-clients',
  alpine: 'mariadb-client',
  mac: 'mariadb',
};

/** @type {Record<Need, { names: string[], title: string, packages: Record<string, string> }>} */
const NEEDS = {
  database: {
    names: ['mariadbd', 'mysqld'],
    title: 'a MariaDB or MySQL server',
    packages: {
      debian: 'mariadb-server',
      fedora: 'mariadb-server',
      rhel: 'mariadb-server',
      suse: 'mariadb',
      arch: 'mariadb',
      alpine: 'mariadb',
      mac: 'mariadb',
    },
  },
  queue: {
    names: ['redis-server', 'valkey-server'],
    title: 'a Redis or Valkey server',
    packages: {
      debian: 'redis-server',
      fedora: 'valkey',
      rhel: 'redis',
      suse: 'redis',
      arch: 'valkey',
      alpine: 'redis',
      mac: 'redis',
    },
  },
  dump: {
    names: ['mariadb-dump', 'mysqldump'],
    title: 'mariadb-dump or mysqldump',
    packages: CLIENTS,
  },
  load: {
    names: ['mariadb', 'mysql'],
    title: 'the client of MariaDB or MySQL',
    packages: CLIENTS,
  },
  browser: {
    names: [
      'chromium-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'Google Chrome',
    ],
    title: 'Chromium',
    packages: { debian: 'chromium-headless-shell' },
  },
  php: { names: ['php'], title: 'PHP with curl', packages: { debian: 'php-cli php-curl' } },
  curl: { names: ['curl'], title: 'curl', packages: { debian: 'curl' } },
  jq: { names: ['jq'], title: 'jq', packages: { debian: 'jq' } },
};

/** @type {Need[]} */
const FOR_TESTS = ['browser', 'php', 'curl', 'jq'];

/** @type {Record<string, string>} */
const INSTALL = {
  debian: 'apt-get install -y --no-install-recommends',
  fedora: 'dnf install -y',
  rhel: 'dnf install -y',
  suse: 'zypper install -y',
  arch: 'pacman -S --needed',
  alpine: 'apk add',
  mac: 'brew install',
};

/** @param {Need} need */
export const find = (need) => findProgram(...NEEDS[need].names);

/** @param {System} system */
const canInstall = ({ family, root }) => family === 'debian' && root;

/**
 * Makes sure that the servers are there, or says how to get them.
 * @param {Need[]} needs
 * @param {{ system?: System, has?: (need: Need) => boolean }} [here]
 */
export async function provide(needs, { system = detectSystem(), has = (need) => find(need) !== null } = {}) {
  const missing = needs.filter((need) => !has(need));
  if (missing.length === 0) return;
  if (!canInstall(system)) throw new LauncherError(howToInstall(missing, system));
  await installOnDebian(debianPackages(missing));
}

/** What the tests use beside the servers, installed where that is possible; they leave out by name what there is not. */
export async function provideForTests() {
  const missing = FOR_TESTS.filter(
    (need) => !find(need) && !(need === 'browser' && process.env['CHROMIUM_PATH']),
  );
  if (missing.length === 0 || !canInstall(detectSystem())) return;
  try {
    await installOnDebian(debianPackages(missing));
  } catch (error) {
    say(String(error instanceof Error ? error.message : error));
  }
}

/** @param {Need[]} missing @param {System} system */
export function howToInstall(missing, { family, root }) {
  const titles = missing.map((need) => NEEDS[need].title).join(' and ');
  const packages = missing.map((need) => NEEDS[need].packages[family]).join(' ');
  const sudo = root || family === 'mac' ? '' : 'sudo ';
  const command = INSTALL[family]
    ? `  ${sudo}${INSTALL[family]} ${packages}`
    : family === 'windows'
      ? '  wsl --install, and then run this again inside WSL'
      : '  the packages of your system for it';
  return [
    `This machine lacks ${titles}. Install it with`,
    command,
    'or name servers that run elsewhere with DATABASE_URL and REDIS_URL, or use Docker:',
    '  cp .env.example .env && docker compose --profile demo up --build',
  ].join('\n');
}

/** @param {Need[]} needs */
const debianPackages = (needs) =>
  needs.flatMap((need) => /** @type {string} */ (NEEDS[need].packages['debian']).split(' '));
