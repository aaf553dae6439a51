import { env } from '../config/env';
import { readDatabaseUrl } from '../config/addresses';
import { readRedisUrl } from '../config/redis-address';

const HIDDEN = '***';
/** Shorter ones would blank ordinary words. */
const SHORTEST = 6;
const CREDENTIALS_IN_URL = /(\w:\/\/)[^\s/@"']*@/g;

const redis = readRedisUrl(env.REDIS_URL);
const OF_ENVIRONMENT = written([
  readDatabaseUrl(env.DATABASE_URL).password,
  redis.password,
  'sentinels' in redis ? redis.sentinelPassword : undefined,
  env.SMTP_URL?.password,
  ...[env.PAYMENT_API_TOKEN, env.PAYMENT_API_COOKIE, env.METRICS_TOKEN, env.ADMIN_PASSWORD],
  ...[env.SECRETS_KEY?.toString('base64'), env.SECRETS_KEY?.toString('hex')],
]);
let secrets = OF_ENVIRONMENT;

/** The saved credentials, which are secrets from now on; those of before are not any more. */
export function hideSaved(saved: (string | undefined)[]): void {
  secrets = [...new Set([...OF_ENVIRONMENT, ...written(saved)])];
}

/** Each as it is, as it is written in an address, and in JSON. */
function written(all: (string | undefined)[]): string[] {
  const ways = all.flatMap((secret = '') => [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ]);
  return [...new Set(ways)].filter(({ length }) => length >= SHORTEST);
}

/** A text for the log or the terminal, with no secret of the environment, and no saved one, left in it. */
export function withoutSecrets(text: string): string {
  let clean = text.includes('://') ? text.replace(CREDENTIALS_IN_URL, `$1${HIDDEN}@`) : text;
  for (const secret of secrets) if (clean.includes(secret)) clean = clean.replaceAll(secret, HIDDEN);
  return clean;
}
