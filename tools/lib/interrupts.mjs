/** What asks the launcher to end: Ctrl-C and its relatives, the end of the npm that started it, a fault of its own. */
import { LauncherError } from './launcher-error.mjs';
import { say } from './terminal.mjs';

/** One Ctrl-C arrives twice where npm passes it on; a second one that is meant comes later. */
const SAME_WISH_MS = 1_000;
const LOOK_FOR_PARENT_MS = 500;

/** The first stops everything in order, a second Ctrl-C does not wait. @param {import('./stack.mjs').Stack} stack @param {number} [exitCode] */
export function stopOnInterrupt(stack, exitCode = 0) {
  /** @type {number | null} */
  let interruptedAt = null;
  const stop = (code = exitCode) => {
    interruptedAt = performance.now();
    say('\nStopping …');
    void stack.stop().then(() => {
      say('Stopped.');
      process.exit(code);
    });
  };
  const interrupt = (/** @type {NodeJS.Signals} */ name) => {
    if (interruptedAt === null) return stop();
    if (name !== 'SIGHUP' && performance.now() - interruptedAt > SAME_WISH_MS) stack.hurry();
  };
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, interrupt);
  whenNpmIsGone(() => interruptedAt === null && stop());
  process.on('uncaughtException', (error) => {
    say(`\n${error instanceof LauncherError ? error.message : error.stack}`);
    if (interruptedAt === null) stop(1);
  });
  return { wasInterrupted: () => interruptedAt !== null };
}

/** npm and its shell end on a signal of their own without passing it on. @param {() => void} stop */
function whenNpmIsGone(stop) {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, LOOK_FOR_PARENT_MS);
  timer.unref();
}
