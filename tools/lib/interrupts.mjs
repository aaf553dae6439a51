/** Ctrl-C and its relatives: the first stops everything in order, the second does not wait. */
import { say } from './terminal.mjs';

/** @param {import('./stack.mjs').Stack} stack @param {number} [exitCode] */
export function stopOnInterrupt(stack, exitCode = 0) {
  let interrupted = false;
  const interrupt = () => {
    if (interrupted) return stack.hurry();
    interrupted = true;
    say('\nStopping …');
    void stack.stop().then(() => {
      say('Stopped.');
      process.exit(exitCode);
    });
  };
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, interrupt);
  return { wasInterrupted: () => interrupted };
}
