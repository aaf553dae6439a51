/** Reads and checks the variables that the launcher itself uses; the API and the workers check their own. */
import fs from 'node:fs';
import { LauncherError } from './launcher-error.mjs';
import { inRoot, ROOT } from './root.mjs';
import path from 'node:path';

/** Variables of a `.env` beside the package.json count where the real environment does not name them. */
export function loadDotEnv(file = inRoot('.env')) {
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

/** @typedef {ReturnType<typeof readSettings>} Settings */

/** @param {NodeJS.ProcessEnv} env */
export function readSettings(env) {
  /** @type {string[]} */
  const wrong = [];

  /** @param {string} name @param {number} low @param {number} high @param {number} fallback */
  const whole = (name, low, high, fallback) => {
    const given = env[name];
    if (!given) return fallback;
    const value = Number(given);
    if (/^\d+$/.test(given) && value >= low && value <= high) return value;
    wrong.push(`${name}: given "${given}", allowed a whole number from ${low} to ${high}`);
    return fallback;
  };

  /** @param {string} name @param {RegExp} shape @param {string} allowed */
  const url = (name, shape, allowed) => {
    const given = withApartPassword(env, name, wrong);
    if (!given) return null;
    if (shape.test(given) && placesOf(given)) return given;
    wrong.push(`${name}: given "${withoutPassword(given)}", allowed ${allowed}`);
    return null;
  };

  /** @param {string} name @param {string} fallback */
  const timeZone = (name, fallback) => {
    const given = env[name]?.trim() || fallback;
    try {
      new Intl.DateTimeFormat('en', { timeZone: given });
      return given;
    } catch {
      wrong.push(`${name}: given "${given}", allowed an IANA time zone, for example Asia/Jakarta`);
      return fallback;
    }
  };

  const settings = {
    port: whole('PORT', 1, 65_535, 3000),
    host: env['HOST'] || '127.0.0.1',
    workers: whole('WORKERS', 1, 64, 1),
    dataDir: path.resolve(ROOT, env['DATA_DIR'] || '.data'),
    databaseUrl: url(
      'DATABASE_URL',
      /^(?:mysql|mariadb):\/\/[^/]+\/[^/?]+/,
      'mysql://user:password@host:port/name',
    ),
    redisUrl: url(
      'REDIS_URL',
      /^redis(?:s?(?:\+cluster)?:\/\/[^/]|\+sentinel:\/\/[^/]+\/[^/?])/,
      'redis://…, rediss://…, redis+sentinel://host:port,host:port/name or redis+cluster://host:port,host:port',
    ),
    paymentApiUrl: url('PAYMENT_API_URL', /^https?:\/\/[^/]/, 'http://… or https://…'),
    timeZone: timeZone('SCHOOL_TIMEZONE', 'Asia/Jakarta'),
    simulator: {
      port: whole('SIMULATOR_PORT', 0, 65_535, 0),
      students: whole('SIMULATOR_STUDENTS', 0, 10_000_000, 6102),
      latencyMs: whole('SIMULATOR_LATENCY_MS', 0, 600_000, 50),
      seed: whole('SIMULATOR_SEED', 0, 2 ** 31, 1),
      token: env['SIMULATOR_TOKEN'] || null,
    },
  };
  if (wrong.length > 0) throw new LauncherError(['These settings are wrong:', ...wrong].join('\n  '));
  return settings;
}

/**
 * The address of a variable with the password that stands apart from it, as the API reads it.
 * @param {NodeJS.ProcessEnv} env @param {string} name @param {string[]} wrong
 */
function withApartPassword(env, name, wrong) {
  const given = env[name];
  const variable = name.replace(/_URL$/, '_PASSWORD');
  const file = env[`${variable}_FILE`]?.trim();
  let password = env[variable];
  try {
    if (file) password = fs.readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (given) wrong.push(`${variable}_FILE: given "${file}", allowed a file that can be read (${code})`);
  }
  if (!given || !password) return given;
  return given.replace(
    /^([\w+]+:\/\/)(?:([^:@/?#]*)@)?(?=[^@]*$)/,
    (_, scheme, user = '') => `${scheme}${user}:${encodeURIComponent(password)}@`,
  );
}

/** What stood apart stands in the addresses now. */
export const NO_APART_PASSWORDS = Object.fromEntries(
  ['DATABASE', 'REDIS'].flatMap((each) => [
    [`${each}_PASSWORD`, ''],
    [`${each}_PASSWORD_FILE`, ''],
  ]),
);

/**
 * Where somebody listens at this address: one place, or several with a comma between them, as Sentinels and clusters have; null where it is
 * no address.
 * @param {string} url
 */
export function placesOf(url) {
  const [, scheme, user = '', hosts = '', rest] = /^([a-z+]+:\/\/)([^/?#]*@)?([^/?#]*)(.*)$/s.exec(url) ?? [];
  const each = hosts.split(',').map((host) => `${scheme}${user}${host}${rest}`);
  if (!each.every((one) => URL.canParse(one))) return null;
  return each.map((one) => {
    const { hostname, port } = new URL(one);
    return { host: hostname.replace(/^\[|\]$/g, ''), port: port ? Number(port) : null };
  });
}

/** @param {string} url */
export const withoutPassword = (url) => url.replace(/(\/\/[^:@/?#]*:).*@/s, '$1***@');
