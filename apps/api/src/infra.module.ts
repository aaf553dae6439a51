import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { env } from './config/env';
import { DatabaseModule } from './database/database.module';

const RECONNECT_MS = 500;

/**
 * A Redis that has just been started refuses everything until it has read its file. A job whose end was refused would
 * stay locked, and a run would wait for that.
 */
const resendWhenLoaded = ({ message }: Error) => (message.startsWith('LOADING') ? 2 : false);

/** Database, queue connection and log: what both processes stand on. */
@Module({
  imports: [
    DatabaseModule,
    BullModule.forRoot({
      url: env.REDIS_URL,
      prefix: 'bantubayar',
      redis: {
        maxRetriesPerRequest: null,
        enableReadyCheck: false,
        retryStrategy: () => RECONNECT_MS,
        reconnectOnError: resendWhenLoaded,
      },
    }),
    LoggerModule.forRoot({
      pinoHttp: {
        level: env.LOG_LEVEL,
        redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
        quietReqLogger: true,
        customLogLevel: (_request, { statusCode }, error) => (error || statusCode >= 500 ? 'error' : 'debug'),
      },
    }),
  ],
})
export class InfraModule {}
