/** The one reader of the environment: every variable with its meaning, default and allowed values. */

import { isEmail } from 'class-validator';
import { canonicalEmail, passwordProblem } from './password-rules';
import { withApartPassword } from './apart-password';
import { AddressError, readDatabaseUrl, readHttpUrl, withoutPassword } from './addresses';
import { readMailbox, readSmtpUrl } from './mail-address';
import { readRedisUrl } from './redis-address';
import {
  boolean,
  EnvError,
  header,
  integer,
  key,
  oneOf,
  reject,
  type Source,
  text,
  timezone,
} from './values';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A variable with an address, checked by its reader. */
function address<T>(source: Source, name: string, fallback: string, read: (given: string) => T) {
  const given = text(source, name) ?? fallback;
  try {
    return { given, read: read(given) };
  } catch (error) {
    if (!(error instanceof AddressError)) throw error;
    return reject(name, withoutPassword(given), error.message);
  }
}

/** The same, where it may be left out. */
function optional<T>(source: Source, name: string, read: (given: string) => T): T | undefined {
  return text(source, name) === undefined ? undefined : address(source, name, '', read).read;
}

/** The mail server, and whose letters it is given: both or none. */
function mail(source: Source) {
  const SMTP_URL = optional(source, 'SMTP_URL', readSmtpUrl);
  const MAIL_FROM = optional(source, 'MAIL_FROM', readMailbox);
  if (SMTP_URL && !MAIL_FROM)
    reject('MAIL_FROM', '', 'an e-mail address, or Name <address>, since SMTP_URL is set');
  return { SMTP_URL, MAIL_FROM };
}

/** Checked as those of everybody else. */
function firstAdmin(source: Source): { ADMIN_EMAIL: string; ADMIN_PASSWORD: string | undefined } {
  const email = canonicalEmail(text(source, 'ADMIN_EMAIL') ?? 'admin@localhost');
  if (!isEmail(email, { require_tld: false }) || email.length > 191)
    reject('ADMIN_EMAIL', email, 'an e-mail address of at most 191 characters');
  const password = text(source, 'ADMIN_PASSWORD');
  const problem = password && passwordProblem(password, email);
  if (problem) reject('ADMIN_PASSWORD', '…', `a password that is not easily guessed: it ${problem.en}`);
  return { ADMIN_EMAIL: email, ADMIN_PASSWORD: password };
}

/** Reads and checks the whole environment; throws one EnvError that names the first wrong variable. */
export function readEnv(source: Source) {
  return {
    /** Where the API and the page listen. */
    PORT: integer(source, 'PORT', 3000, 0, 65535),
    HOST: text(source, 'HOST') ?? '127.0.0.1',
    /** With DATABASE_PASSWORD or DATABASE_PASSWORD_FILE where the password stands apart. MySQL 8 or MariaDB 10.6 and later: mysql://user:password@host:port/name, ?ssl=required or ?ssl=verify&ca=FILE */
    DATABASE_URL: withApartPassword(
      source,
      'DATABASE',
      address(source, 'DATABASE_URL', 'mysql://root@127.0.0.1:3306/bantubayar', readDatabaseUrl).given,
    ),
    /** With REDIS_PASSWORD or REDIS_PASSWORD_FILE likewise. Redis 6.2 and later, or Valkey: redis://, rediss://, redis+sentinel:// or redis+cluster:// */
    REDIS_URL: withApartPassword(
      source,
      'REDIS',
      address(source, 'REDIS_URL', 'redis://127.0.0.1:6379', readRedisUrl).given,
    ),
    /** Base address of the payment service, without a trailing slash. */
    PAYMENT_API_URL: address(source, 'PAYMENT_API_URL', 'http://127.0.0.1:4000', readHttpUrl).read,
    /** Sent to the payment service as a bearer token, where set. */
    PAYMENT_API_TOKEN: header(source, 'PAYMENT_API_TOKEN', 'token'),
    /** Sent to the payment service as the Cookie header, where set. */
    PAYMENT_API_COOKIE: header(source, 'PAYMENT_API_COOKIE', 'cookie'),
    /** Encrypts the credentials that are saved on the page: 32 bytes; without it none can be saved there. */
    SECRETS_KEY: key(source, 'SECRETS_KEY'),
    /** True when the payment service is the simulator: the page says so and an empty roster is read at start. */
    DEMO_DATA: boolean(source, 'DEMO_DATA', false),
    /** The first admin, created when there is no user yet; without a password a random one is printed once. */
    ...firstAdmin(source),
    /** Requests to the payment service at once in one worker process, at most; it finds out how many are borne. */
    SYNC_CONCURRENCY: integer(source, 'SYNC_CONCURRENCY', 50, 1, 1000),
    /** Requests a second to the payment service, all processes together; 0 is no limit. */
    SYNC_RATE_LIMIT: integer(source, 'SYNC_RATE_LIMIT', 0, 0, 100_000),
    /** One request to the payment service, from connect to the last byte, in milliseconds. */
    SYNC_TIMEOUT_MS: integer(source, 'SYNC_TIMEOUT_MS', 30_000, 100, 600_000),
    /** Tries a student. */
    SYNC_TRIES: integer(source, 'SYNC_TRIES', 3, 1, 20),
    /** The school's day: due dates, the schedule's first setting, exports. */
    SCHOOL_TIMEZONE: timezone(source, 'SCHOOL_TIMEZONE', 'Asia/Jakarta'),
    /** Days for which the audit list goes back; 0 keeps everything. */
    AUDIT_RETENTION_DAYS: integer(source, 'AUDIT_RETENTION_DAYS', 730, 0, 36_500),
    /** Days after which a run's ledger and log keep only what was a problem, and the run's own moves; 0 keeps everything. */
    LEDGER_RETENTION_DAYS: integer(source, 'LEDGER_RETENTION_DAYS', 90, 0, 36_500),
    /** Whether webhooks may be sent over plain http to other machines. */
    WEBHOOK_ALLOW_HTTP: boolean(source, 'WEBHOOK_ALLOW_HTTP', false),
    /** Whether webhooks may be sent to private and link-local addresses. */
    WEBHOOK_ALLOW_PRIVATE: boolean(source, 'WEBHOOK_ALLOW_PRIVATE', false),
    /** The mail server, smtp://user:password@host:port or smtps://, and whose letters it is given; none: no e-mail is sent. */
    ...mail(source),
    /** Where people open the page, for the links in e-mails; none: e-mails have no links. */
    PUBLIC_URL: optional(source, 'PUBLIC_URL', readHttpUrl),
    /** Days for which the changes feed goes back; 0 keeps everything. */
    PERUBAHAN_RETENTION_DAYS: integer(source, 'PERUBAHAN_RETENTION_DAYS', 90, 0, 36_500),
    /** How much the log says. */
    LOG_LEVEL: oneOf(source, 'LOG_LEVEL', 'info', LOG_LEVELS),
    /** Bearer token for /metrics; without one only this machine may read it. */
    METRICS_TOKEN: header(source, 'METRICS_TOKEN', 'token'),
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
