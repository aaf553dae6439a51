/** Reads the address of the queue as ioredis wants it: a server's, that of Sentinels who know where it is, or a cluster's. */
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

/** Some servers of a Redis Cluster, who know the others. */
interface Nodes {
  nodes: HostPort[];
}

export type RedisAddress = (HostPort | Sentinels | Nodes) & {
  username?: string;
  password?: string;
  db: number;
  tls?: { ca?: string };
};

const REDIS_ALLOWED =
  'redis://user:password@host:port/number, or rediss:// for an encrypted connection, with ?ca=FILE where the authority is your own, ' +
  'or redis+sentinel://user:password@host:port,host:port/name/number, with ?sentinelPassword=… where the Sentinels want one, ' +
  'or redis+cluster://user:password@host:port,host:port, or rediss+cluster:// with ?ca=FILE as above';

export function readRedisUrl(given: string): RedisAddress {
  if (given.startsWith('redis+sentinel:')) return readSentinelUrl(given);
  if (/^rediss?\+cluster:/.test(given)) return readClusterUrl(given);
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
  return {
    sentinels: hostsOf(parts['hosts']!, 26379),
    name: decode(parts['name']!, REDIS_ALLOWED),
    ...(sentinelPassword && { sentinelPassword }),
    failoverDetector: true,
    ...redisUser(url),
    db: Number(number),
  };
}

/** A cluster has no numbered databases, so nothing but a query stands behind its hosts. */
const CLUSTER_URL =
  /^(?<scheme>rediss?)\+cluster:\/\/(?<user>[^/?#]*@)?(?<hosts>[^@/?#]+)\/?(?<rest>[^/]*)$/s;

function readClusterUrl(given: string): RedisAddress {
  const parts = CLUSTER_URL.exec(given)?.groups;
  if (!parts) throw new AddressError(REDIS_ALLOWED);
  const { scheme, user = '', hosts, rest } = parts;
  const url = parse(`${scheme}://${user}host/${rest}`, ['redis:', 'rediss:'], REDIS_ALLOWED);
  const { ca } = query(url, ['ca'], REDIS_ALLOWED);
  const isSecure = scheme === 'rediss';
  if (url.pathname !== '/' || (ca !== undefined && !isSecure)) throw new AddressError(REDIS_ALLOWED);
  return { nodes: hostsOf(hosts!, 6379), ...redisUser(url), db: 0, ...(isSecure && { tls: authority(ca) }) };
}

function hostsOf(list: string, usualPort: number): HostPort[] {
  return list.split(',').map((each) => {
    const url = parse(`redis://${each}`, ['redis:'], REDIS_ALLOWED);
    return { host: hostOf(url), port: Number(url.port || usualPort) };
  });
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
  const scheme = address.tls ? 'rediss' : 'redis';
  if ('nodes' in address) return `${scheme}+cluster://${address.nodes.map(at).join(',')}`;
  return `${scheme}://${at(address)}/${address.db}`;
}
