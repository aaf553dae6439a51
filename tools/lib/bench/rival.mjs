/** A contender whose program lies here, started by the launcher's own means and measured like the product. */
import { LauncherError } from '../launcher-error.mjs';
import { inRoot, ROOT } from '../root.mjs';
import { step } from '../terminal.mjs';

const READY_WITHIN_MS = 30_000;

/** @typedef {import('./statistics.mjs').Name} Name */

/** @typedef {{ what: Name, file: string, title: string, withLedger: boolean }} Way */

/** @type {Way} */
export const FLOOR = { what: 'floor', file: 'floor.mjs', title: 'The floor', withLedger: true };
/** @type {Way} */
export const PLAIN_BULL = { what: 'bull', file: 'plain-bull.mjs', title: 'Plain Bull', withLedger: false };

/** @implements {Contender} @typedef {import('./measure.mjs').Contender} Contender */
export class Rival {
  /** @param {Name} what @param {string} schema @param {boolean} withLedger @param {import('../supervisor.mjs').Supervised} program */
  constructor(what, schema, withLedger, program) {
    this.what = what;
    this.schema = schema;
    this.withLedger = withLedger;
    this.program = program;
  }

  /** @param {import('./world.mjs').World} world @param {Way} way */
  static async start(world, { what, file, title, withLedger }) {
    const schema = `bench_${what}`;
    await world.tables.copyShape(schema);
    const { databaseUrl, redisUrl, concurrency } = world;
    const task = { databaseUrl, redisUrl, concurrency, schema, upstreamUrl: world.upstream.url };
    let isReady = false;
    const program = world.stack.start({
      name: `worker-${what}`,
      title,
      command: process.execPath,
      args: [inRoot('tools', 'lib', 'bench', file)],
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', BENCH_TASK: JSON.stringify(task) },
      onMessage: () => (isReady = true),
    });
    await step(`Starting ${what}`, () => program.untilReady(async () => isReady, READY_WITHIN_MS));
    return new Rival(what, schema, withLedger, program);
  }

  pids() {
    return [this.workerPid()];
  }

  workerPid() {
    return pidOf(this.program);
  }

  /** @returns {Promise<number>} */
  run() {
    const { child, spec, log } = this.program;
    return new Promise((resolve, reject) => {
      const ended = () => reject(new LauncherError(`${log.tail()}\n\n${spec.title} ended.`));
      child?.once('exit', ended);
      child?.once('message', (/** @type {any} */ { seconds, failed }) => {
        child.off('exit', ended);
        if (failed) reject(new LauncherError(`${spec.title}: ${failed}`));
        else resolve(seconds);
      });
      child?.send('run');
    });
  }
}

/** @param {import('../supervisor.mjs').Supervised} program */
export function pidOf({ child, spec }) {
  if (!child?.pid) throw new LauncherError(`${spec.title} does not run.`);
  return child.pid;
}
