/** How long the built processes take to start and to stop, each beside the one that runs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuSeconds } from './process-usage.mjs';
import { median, medianOrNull, rounded } from './statistics.mjs';

const TIMES = 3;
const LOOK_EVERY_MS = 50;

/** @typedef {import('./product.mjs').Product} Product @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ what: 'api' | 'worker', readySeconds: number, cpuSeconds: number | null, stopSeconds: number }} Start `cpuSeconds` until it is ready */

/** @param {Product} product @returns {Promise<Start[]>} */
export async function measureStarts(product) {
  const listens = async (/** @type {ChildProcess} */ api) => {
    let message;
    do [message] = await once(api, 'message');
    while (message.type !== 'ready');
  };
  const isCounted = async () => {
    while ((await product.progress()).activeWorkers < 2) await pause(LOOK_EVERY_MS);
  };
  return [
    await medianOf(product, 'api', 'api', listens),
    await medianOf(product, 'worker', 'worker-1', isCounted),
  ];
}

/** @param {Product} product @param {Start['what']} what @param {string} child @param {(process: ChildProcess) => Promise<void>} untilReady @returns {Promise<Start>} */
async function medianOf({ world }, what, child, untilReady) {
  const starts = [];
  for (let n = 0; n < TIMES; n += 1) starts.push(await startAndStop(world.child(child).spec, untilReady));
  return {
    what,
    readySeconds: rounded(median(starts.map(({ readySeconds }) => readySeconds)), 2),
    cpuSeconds: rounded(medianOrNull(starts.map((start) => start.cpuSeconds)), 2),
    stopSeconds: rounded(median(starts.map(({ stopSeconds }) => stopSeconds)), 2),
  };
}

/** @param {import('../supervisor.mjs').ChildSpec} spec @param {(process: ChildProcess) => Promise<void>} untilReady */
async function startAndStop({ command, args, env }, untilReady) {
  const begun = performance.now();
  const child = spawn(command, args, {
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const exited = once(child, 'exit');
  try {
    const early = exited.then(([code]) => Promise.reject(new Error(`${args.at(-1)} ended with ${code}`)));
    await Promise.race([untilReady(child), early]);
    const readySeconds = (performance.now() - begun) / 1000;
    const cpu = cpuSeconds([Number(child.pid)]);
    const told = performance.now();
    child.kill();
    await exited;
    return { readySeconds, cpuSeconds: cpu, stopSeconds: (performance.now() - told) / 1000 };
  } finally {
    child.kill('SIGKILL');
  }
}
