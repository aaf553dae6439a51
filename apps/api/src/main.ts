import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module';
import { tellLauncher } from './common/launcher';
import { env } from './config/env';
import { nestLogger } from './logging/logger';
import { nameProcess } from './metrics/registry';
import { runProgram } from './run-program';
import { setupApp } from './setup-app';

// Rows of a roster are held for a moment only: by itself V8 lets them lie until the process is twice as large.
setFlagsFromString('--heap-growing-percent=60');

async function main(): Promise<void> {
  nameProcess('api');
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    logger: nestLogger,
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
  });
  setupApp(app);
  await app.listen(env.PORT, env.HOST);
  tellLauncher({ type: 'ready', url: await app.getUrl() });
}

runProgram(main);
