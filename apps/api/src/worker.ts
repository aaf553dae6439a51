import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { NestFactory } from '@nestjs/core';
import { nestLogger } from './logging/logger';
import { nameProcess } from './metrics/registry';
import { runProgram } from './run-program';
import { WorkerModule } from './worker.module';

// Answers are held for a moment only: by itself V8 lets them lie until the process is twice as large.
setFlagsFromString('--heap-growing-percent=60');

const STOP_WITHIN_MS = 9_500;

async function main(): Promise<void> {
  nameProcess('worker');
  const worker = await NestFactory.createApplicationContext(WorkerModule, {
    logger: nestLogger,
    abortOnError: false,
  });
  worker.enableShutdownHooks([], { useProcessExit: true });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref());
  }
}

runProgram(main);
