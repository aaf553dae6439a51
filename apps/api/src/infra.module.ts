import { BullModule } from '@nestjs/bull';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import type { QueueOptions } from 'bull';
import type { Redis, RedisOptions } from 'ioredis';
import { LoggerModule } from 'nestjs-pino';
import { readRedisUrl } from './config/redis-address';
import { env } from './config/env';
import { DatabaseModule } from './database/database.module';
import { loggerParams } from './logging/logger';
import { checkRedis } from './redis/redis-check';
import { redisClient } from './redis/redis-client';

const RECONNECT_MS = 500;
const PREFIX = 'bantubayar';
/** Bull ends only connections that it has made itself. */
const ofCluster: ReturnType<typeof redisClient>[] = [];

/**
 * A Redis that has just been started refuses everything until it has read its file, and one that leads no more refuses
 * what changes anything. A job whose end was refused would stay locked, and a run would wait for that.
 */
const resendToAnother = ({ message }: Error) => (/^LOADING|\bREADONLY\b/.test(message) ? 2 : false);

async function queueOptions(): Promise<QueueOptions> {
  await checkRedis(env.REDIS_URL);
  const address = readRedisUrl(env.REDIS_URL);
  const redis: RedisOptions = {
    maxRetriesPerRequest: null,
    enableReadyCheck: false,
    retryStrategy: () => RECONNECT_MS,
    reconnectOnError: resendToAnother,
  };
  if (!('nodes' in address)) return { prefix: PREFIX, redis: { ...address, ...redis } };
  // In braces, so that all keys of a queue lie on one server of the cluster: its scripts touch several.
  const createClient = () => {
    const client = redisClient(address, redis);
    ofCluster.push(client);
    return client as Redis;
  };
  return { prefix: `{${PREFIX}}`, createClient };
}

/** Database, queue connection and log: what both processes stand on. */
@Module({
  imports: [
    DatabaseModule,
    BullModule.forRootAsync({ useFactory: queueOptions }),
    LoggerModule.forRoot(loggerParams),
  ],
})
export class InfraModule implements OnApplicationShutdown {
  onApplicationShutdown(): void {
    for (const client of ofCluster) client.disconnect();
  }
}
