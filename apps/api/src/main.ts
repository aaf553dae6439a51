import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { tellLauncher } from './common/launcher';
import { env } from './config/env';
import { setupApp } from './setup-app';

async function main(): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    bufferLogs: true,
    bodyParser: false,
    forceCloseConnections: true,
  });
  app.useLogger(app.get(Logger));
  setupApp(app);
  await app.listen(env.PORT, env.HOST);
  tellLauncher({ type: 'ready', url: await app.getUrl() });
}

void main();
