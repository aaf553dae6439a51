import { env } from '../config/env';
import { readDatabaseUrl, readRedisUrl } from '../config/addresses';

const HIDDEN = '***';
/** Shorter ones would blank ordinary words. */
const SHORTEST = 6;
const CREDENTIALS_IN_URL = /(\w:\/\/)[^\s/@"']*@/g;

/** Every secret of the environment, as it is and as it is written in an address. */
const secrets = [
  readDatabaseUrl(env.DATABASE_URL).password,
  readRedisUrl(env.REDIS_URL).password,
  ...[env.PAYMENT_API_TOKEN, env.PAYMENT_API_COOKIE, env.METRICS_TOKEN, env.ADMIN_PASSWORD],
]
  .flatMap((secret = '') => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
  .filter((secret, index, all) => secret.length >= SHORTEST && all.indexOf(secret) === index);

/** A text for the log or the terminal, with no secret of the environment left in it. */
export function withoutSecrets(text: string): string {
  let clean = text.includes('://') ? text.replace(CREDENTIALS_IN_URL, `$1${HIDDEN}@`) : text;
  for (const secret of secrets) if (clean.includes(secret)) clean = clean.replaceAll(secret, HIDDEN);
  return clean;
}
