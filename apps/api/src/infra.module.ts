import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import type { QueueOptions } from 'bull';
import { LoggerModule } from 'nestjs-pino';
import { readRedisUrl } from './config/redis-address';
import { env } from './config/env';
import { DatabaseModule } from './database/database.module';
import { loggerParams } from './logging/logger';
import { checkRedis } from './redis/redis-check';

const RECONNECT_MS = 500;

/**
 * A Redis that has just been started refuses everything until it has read its file, and one that leads no more refuses
 * what changes anything. A job whose end was refused would stay locked, and a run would wait for that.
 */
const resendToAnother = ({ message }: Error) => (/^LOADING|\bREADONLY\b/.test(message) ? 2 : false);

async function queueOptions(): Promise<QueueOptions> {
  await checkRedis(env.REDIS_URL);
  return {
    prefix: 'bantubayar',
    redis: {
      ...readRedisUrl(env.REDIS_URL),
      maxRetriesPerRequest: null,
      enableReadyCheck: false,
      retryStrategy: () => RECONNECT_MS,
      reconnectOnError: resendToAnother,
    },
  };
}

/** Database, queue connection and log: what both processes stand on. */
@Module({
  imports: [
    DatabaseModule,
    BullModule.forRootAsync({ useFactory: queueOptions }),
    LoggerModule.forRoot(loggerParams),
  ],
})
export class InfraModule {}
