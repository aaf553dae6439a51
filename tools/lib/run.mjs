/** Runs a command to its end; its output is kept and shown only when it fails. */
import { spawn } from 'node:child_process';
import { LauncherError } from './launcher-error.mjs';
import { ROOT } from './root.mjs';

const SHOWN_LINES = 30;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends what still runs, when the user has had enough. */
export function stopRunning() {
  for (const child of running) signalGroup(child, 'SIGTERM');
}

/**
 * @typedef {{ env?: NodeJS.ProcessEnv, show?: boolean }} RunOptions `show` lets the command write to the terminal itself
 * @typedef {{ code: number, output: string }} Outcome
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function attempt(command, args, { env = process.env, show = false } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // In a group of its own, so that what it started itself can be ended with it.
      detached: true,
    });
    running.add(child);
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk);
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const end = (/** @type {number} */ code) => {
      running.delete(child);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      end(127);
    });
    child.once('exit', () => show && signalGroup(child, 'SIGKILL'));
    child.once('close', (code) => end(code ?? 1));
  });
}

/** @param {import('node:child_process').ChildProcess} leader @param {NodeJS.Signals} name */
function signalGroup({ pid }, name) {
  try {
    if (pid) process.kill(-pid, name);
  } catch {
    // Nobody is left in it.
  }
}

/**
 * Like `attempt`, for what must succeed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export async function run(command, args, options) {
  const { code, output } = await attempt(command, args, options);
  if (code === 0) return output;
  throw new LauncherError(
    `${lastLines(output)}\n\nThis failed with code ${code}: ${[command, ...args].join(' ')}`,
  );
}

/** @param {string} text */
export const lastLines = (text, count = SHOWN_LINES) => text.trimEnd().split('\n').slice(-count).join('\n');
