import Redis, { Cluster, type RedisOptions } from 'ioredis';
import type { RedisAddress } from '../config/redis-address';

const RECONNECT_MS = 500;

/** A connection to a Redis, or one to each server of a cluster; where a command may wait, it waits for a new leader too. */
export function redisClient(address: RedisAddress, options: RedisOptions): Redis | Cluster {
  if (!('nodes' in address)) return new Redis({ ...address, ...options });
  const { nodes, db: _, ...user } = address;
  const waits = options.maxRetriesPerRequest === null;
  return new Cluster(nodes, {
    redisOptions: { ...user, ...options },
    enableOfflineQueue: options.enableOfflineQueue ?? true,
    clusterRetryStrategy: () => RECONNECT_MS,
    // Each of these counts as a redirection.
    ...{ retryDelayOnFailover: RECONNECT_MS, retryDelayOnClusterDown: RECONNECT_MS, retryDelayOnMoved: 20 },
    ...(waits && { maxRedirections: Number.MAX_SAFE_INTEGER }),
  });
}

/** The servers behind it that take writes. */
export function leadersOf(client: Redis | Cluster): Redis[] {
  return client instanceof Cluster ? client.nodes('master') : [client];
}
