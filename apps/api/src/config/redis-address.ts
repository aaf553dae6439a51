/** Reads the address of the queue as ioredis wants it: a server's, or that of Sentinels who know where it is. */
import { AddressError, authority, decode, hostOf, parse, query } from './addresses';

interface HostPort {
  host: string;
  port: number;
}

/** Sentinels, who know which of some servers leads, and what they call it. */
interface Sentinels {
  sentinels: HostPort[];
  name: string;
  sentinelPassword?: string;
  /** They tell of a new leader, also where the connection to the former one stays open. */
  failoverDetector: true;
}

export type RedisAddress = (HostPort | Sentinels) & {
  username?: string;
  password?: string;
  db: number;
  tls?: { ca?: string };
};

const REDIS_ALLOWED =
  'redis://user:password@host:port/number, or rediss:// for an encrypted connection, with ?ca=FILE where the authority is your own, ' +
  'or redis+sentinel://user:password@host:port,host:port/name/number, with ?sentinelPassword=… where the Sentinels want one';

export function readRedisUrl(given: string): RedisAddress {
  if (given.startsWith('redis+sentinel:')) return readSentinelUrl(given);
  const url = parse(given, ['redis:', 'rediss:'], REDIS_ALLOWED);
  const { ca } = query(url, ['ca'], REDIS_ALLOWED);
  const number = url.pathname.slice(1);
  const isSecure = url.protocol === 'rediss:';
  if (!/^\d*$/.test(number) || (ca !== undefined && !isSecure)) throw new AddressError(REDIS_ALLOWED);
  return {
    host: hostOf(url),
    port: Number(url.port || 6379),
    ...redisUser(url),
    db: Number(number),
    ...(isSecure && { tls: authority(ca) }),
  };
}

/** The one leader's credentials and number stand around a list of hosts, which no other address has. */
const SENTINEL_URL =
  /^redis\+sentinel:\/\/(?<user>[^/?#]*@)?(?<hosts>[^@/?#]+)\/(?<name>[^/?#]+)(?<rest>.*)$/s;

function readSentinelUrl(given: string): RedisAddress {
  const parts = SENTINEL_URL.exec(given)?.groups;
  if (!parts) throw new AddressError(REDIS_ALLOWED);
  const url = parse(`redis://${parts['user'] ?? ''}host${parts['rest']}`, ['redis:'], REDIS_ALLOWED);
  const { sentinelPassword } = query(url, ['sentinelPassword'], REDIS_ALLOWED);
  const number = url.pathname.slice(1);
  if (!/^\d*$/.test(number)) throw new AddressError(REDIS_ALLOWED);
  const sentinels = parts['hosts']!.split(',').map((each) =>
    parse(`redis://${each}`, ['redis:'], REDIS_ALLOWED),
  );
  return {
    sentinels: sentinels.map((each) => ({ host: hostOf(each), port: Number(each.port || 26379) })),
    name: decode(parts['name']!, REDIS_ALLOWED),
    ...(sentinelPassword && { sentinelPassword }),
    failoverDetector: true,
    ...redisUser(url),
    db: Number(number),
  };
}

const redisUser = ({ username, password }: URL) => ({
  ...(username && { username: decode(username, REDIS_ALLOWED) }),
  ...(password && { password: decode(password, REDIS_ALLOWED) }),
});

/** Where it is, for people; without credentials. */
export function redisPlace(address: RedisAddress): string {
  const at = ({ host, port }: HostPort) => `${host}:${port}`;
  if ('sentinels' in address)
    return `redis+sentinel://${address.sentinels.map(at).join(',')}/${address.name}/${address.db}`;
  return `${address.tls ? 'rediss' : 'redis'}://${at(address)}/${address.db}`;
}
