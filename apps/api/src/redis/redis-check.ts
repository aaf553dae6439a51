import { Logger } from '@nestjs/common';
import Redis from 'ioredis';
import { readRedisUrl, type RedisAddress, redisPlace } from '../config/redis-address';
import { StartError } from '../config/start-error';

const PATIENCE_MS = 5_000;
const OLDEST = [6, 2] as const;

const logger = new Logger('Redis');

/** What only a person can mend, by what Redis or TLS says. */
const LASTING: [said: RegExp, words: string][] = [
  [
    /WRONGPASS|NOAUTH|invalid password|without any password configured/i,
    'it refuses the user or the password',
  ],
  [/NOPERM/, 'this user may not do what a queue needs'],
  [/DB index|invalid DB/i, 'it has no database of this number'],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|certificate|altnames/i,
    'its certificate is not accepted',
  ],
  [
    /wrong version number|packet length too long|EPROTO/i,
    'it does not speak TLS there, which rediss:// asks for',
  ],
  [
    /unknown command.*select/i,
    'it is a Sentinel; the address of what it watches begins with redis+sentinel://',
  ],
];

/**
 * Refuses a Redis on which the queue could not work. One that is only away does not hold up the start, since runs wait
 * for it; that is said at once.
 */
export async function checkRedis(url: string): Promise<void> {
  const trouble = await redisTrouble(url);
  if (trouble && !trouble.mayPass) throw new StartError(trouble.words);
  if (trouble) logger.warn(trouble.words);
}

/** What is wrong with it, in words; null where nothing is. */
export async function redisTrouble(url: string): Promise<{ words: string; mayPass: boolean } | null> {
  const address = readRedisUrl(url);
  const where = `REDIS_URL (${redisPlace(address)})`;
  const { info, error } = await askAny(address);
  if (error) {
    const said = `${error.code ?? ''} ${error.message}`.trim();
    const lasting = LASTING.find(([known]) => known.test(said));
    if (lasting) return { words: `${where}: ${lasting[1]} (${said}).`, mayPass: false };
    const hint = address.tls ? '; does it speak TLS there, as rediss:// asks?' : '';
    return { words: `${where}: no answer (${said}${hint}). Runs wait until there is one.`, mayPass: true };
  }
  const wrong = troubleOf(info, 'nodes' in address);
  if (wrong) return { words: `${where}: ${wrong}.`, mayPass: false };
  const policy = info.get('maxmemory_policy');
  if (!policy || policy === 'noeviction') return null;
  const words = `${where}: maxmemory-policy is ${policy}, needed is noeviction: when its memory is full, it throws away what the queue needs`;
  return { words, mayPass: true };
}

function troubleOf(info: Map<string, string>, isForCluster: boolean): string | null {
  const version = info.get('redis_version') ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (version && (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])))
    return `version is ${version}, needed is Redis 6.2 or later, or Valkey`;
  const isCluster = info.get('redis_mode') === 'cluster';
  if (isCluster && !isForCluster)
    return 'it is a server of a cluster, whose address begins with redis+cluster://';
  if (!isCluster && isForCluster) return 'it is no server of a cluster; its address begins with redis://';
  return null;
}

type Answer =
  { info: Map<string, string>; error?: undefined } | { info?: undefined; error: NodeJS.ErrnoException };

/** Of a cluster one of the servers named is enough: they all know each other. */
async function askAny(address: RedisAddress): Promise<Answer> {
  if (!('nodes' in address)) return ask(address);
  const { nodes, ...user } = address;
  let last: Answer | undefined;
  for (const node of nodes) {
    last = await ask({ ...node, ...user });
    if (!last.error) break;
  }
  return last!;
}

async function ask(address: Exclude<RedisAddress, { nodes: unknown }>): Promise<Answer> {
  const redis = new Redis({
    ...address,
    db: 0,
    lazyConnect: true,
    enableReadyCheck: false,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    sentinelRetryStrategy: () => null,
  });
  // The first one is the cause; what follows says only that there is no connection.
  let first: Error | undefined;
  redis.on('error', (error: Error) => (first ??= error));
  try {
    await redis.connect();
    await redis.select(address.db);
    const lines = (await redis.info()).split('\r\n');
    return { info: new Map(lines.map((line) => line.split(':') as [string, string])) };
  } catch (error) {
    return { error: first ?? (error as Error) };
  } finally {
    if (redis.status !== 'end') redis.disconnect();
  }
}
