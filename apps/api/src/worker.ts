import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { nestLogger } from './logging/logger';
import { runProgram } from './run-program';
import { WorkerModule } from './worker.module';

const STOP_WITHIN_MS = 9_500;

async function main(): Promise<void> {
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
