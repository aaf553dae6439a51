import { endWithLauncher } from './common/launcher';
import { StartError } from './config/start-error';
import { log } from './logging/logger';
import { withoutSecrets } from './logging/secrets';

/**
 * Runs a process from its first step; whatever ends it is said once, without secrets: in plain words where an operator
 * can mend it, else in the log.
 */
export function runProgram(main: () => Promise<void>): void {
  process.on('uncaughtException', giveUp);
  process.on('unhandledRejection', giveUp);
  // Whoever read them is gone, or the disk is full: no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  endWithLauncher();
  main().catch(giveUp);
}

function giveUp(error: unknown): void {
  if (error instanceof StartError) process.stderr.write(`${withoutSecrets(error.message)}\n`);
  else log.fatal({ err: error }, 'this process cannot go on');
  process.exit(1);
}
