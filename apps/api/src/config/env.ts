/** The one reader of the environment: every variable with its meaning, default and allowed values. */

class EnvError extends Error {
  override name = 'EnvError';
}

type Source = Record<string, string | undefined>;

function reject(name: string, given: string, allowed: string): never {
  throw new EnvError(`${name}: got "${given}", allowed is ${allowed}`);
}

function text(source: Source, name: string): string | undefined {
  const value = source[name]?.trim();
  return value ? value : undefined;
}

function integer(source: Source, name: string, fallback: number, min: number, max: number): number {
  const given = text(source, name);
  if (given === undefined) return fallback;
  const value = Number(given);
  if (!/^\d+$/.test(given) || value < min || value > max) {
    reject(name, given, `a whole number from ${min} to ${max}`);
  }
  return value;
}

function boolean(source: Source, name: string, fallback: boolean): boolean {
  const given = text(source, name);
  if (given === undefined) return fallback;
  if (!['true', 'false'].includes(given)) reject(name, given, 'true or false');
  return given === 'true';
}

function oneOf<T extends string>(source: Source, name: string, fallback: T, allowed: readonly T[]): T {
  const given = text(source, name) ?? fallback;
  return allowed.find((value) => value === given) ?? reject(name, given, allowed.join(', '));
}

function url(source: Source, name: string, protocols: string[], fallback: string): string {
  const given = text(source, name) ?? fallback;
  const allowed = `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
  if (!URL.canParse(given) || !protocols.includes(new URL(given).protocol)) {
    reject(name, given.replace(/\/\/[^@/]*@/, '//…@'), allowed);
  }
  return given;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Reads and checks the whole environment; throws one EnvError that names the first wrong variable. */
export function readEnv(source: Source) {
  return {
    /** Where the API and the page listen. */
    PORT: integer(source, 'PORT', 3000, 0, 65535),
    HOST: text(source, 'HOST') ?? '127.0.0.1',
    /** MySQL 8 or MariaDB 10.6 and later: mysql://user:password@host:port/name */
    DATABASE_URL: url(
      source,
      'DATABASE_URL',
      ['mysql:', 'mariadb:'],
      'mysql://root@127.0.0.1:3306/bantubayar',
    ),
    /** Redis 6.2 and later, or Valkey. */
    REDIS_URL: url(source, 'REDIS_URL', ['redis:', 'rediss:'], 'redis://127.0.0.1:6379'),
    /** Base address of the payment service, without a trailing slash. */
    PAYMENT_API_URL: url(source, 'PAYMENT_API_URL', ['http:', 'https:'], 'http://127.0.0.1:4000').replace(
      /\/+$/,
      '',
    ),
    /** Sent to the payment service as a bearer token, where set. */
    PAYMENT_API_TOKEN: text(source, 'PAYMENT_API_TOKEN'),
    /** Sent to the payment service as the Cookie header, where set. */
    PAYMENT_API_COOKIE: text(source, 'PAYMENT_API_COOKIE'),
    /** True when the payment service is the simulator: the page says so and an empty roster is read at start. */
    DEMO_DATA: boolean(source, 'DEMO_DATA', false),
    /** The first admin, created when there is no user yet; without a password a random one is printed once. */
    ADMIN_EMAIL: text(source, 'ADMIN_EMAIL') ?? 'admin@localhost',
    ADMIN_PASSWORD: text(source, 'ADMIN_PASSWORD'),
    /** Per-student jobs at once in one worker process. */
    SYNC_CONCURRENCY: integer(source, 'SYNC_CONCURRENCY', 50, 1, 1000),
    /** Requests a second to the payment service, all processes together; 0 is no limit. */
    SYNC_RATE_LIMIT: integer(source, 'SYNC_RATE_LIMIT', 0, 0, 100_000),
    /** One request to the payment service, from connect to the last byte, in milliseconds. */
    SYNC_TIMEOUT_MS: integer(source, 'SYNC_TIMEOUT_MS', 30_000, 100, 600_000),
    /** Tries a student. */
    SYNC_TRIES: integer(source, 'SYNC_TRIES', 3, 1, 20),
    /** Days after which a run's ledger keeps only students with a problem; 0 keeps everything. */
    LEDGER_RETENTION_DAYS: integer(source, 'LEDGER_RETENTION_DAYS', 90, 0, 36_500),
    /** How much the log says. */
    LOG_LEVEL: oneOf(source, 'LOG_LEVEL', 'info', LOG_LEVELS),
    /** Bearer token for /metrics; without one only this machine may read it. */
    METRICS_TOKEN: text(source, 'METRICS_TOKEN'),
    /** Number of reverse proxies in front, for the client's address. */
    TRUST_PROXY: integer(source, 'TRUST_PROXY', 0, 0, 10),
  } as const;
}

export type Env = ReturnType<typeof readEnv>;

function readOrExit(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    console.error(`Configuration error. ${error.message}`);
    process.exit(1);
  }
}

export const env: Env = readOrExit();
