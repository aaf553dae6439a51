import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { env } from './config/env';
import { DatabaseModule } from './database/database.module';

const RECONNECT_MS = 500;

/** Database, queue connection and log: what both processes stand on. */
@Module({
  imports: [
    DatabaseModule,
    BullModule.forRoot({
      url: env.REDIS_URL,
      prefix: 'bantubayar',
      redis: { maxRetriesPerRequest: null, enableReadyCheck: false, retryStrategy: () => RECONNECT_MS },
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
