/** The product as `npm start` runs it, with handles to break it: two workers, an API, a database and a queue of its own. */
import { setTimeout as sleep } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { startApplication, startSimulator, BUILT } from '../../tools/lib/applications.mjs';
import { eventually, freePort, hear } from '../../tools/lib/ports.mjs';
import { startServices } from '../../tools/lib/services.mjs';
import { ADMIN, Client } from './client.mjs';
import { Upstream } from './upstream.mjs';

/** @typedef {import('../support/mortal-stack.mjs').MortalStack} MortalStack */

export const WORKERS = ['worker-1', 'worker-2'];
export const CONCURRENCY = 15;
/** How long something that was killed stays away. @param {import('./random.mjs').Random} random */
export const down = (random) => random.whole(100, 2_500);

const BACK_WITHIN_MS = 60_000;
const GREETING = 10;

/** What both kinds of world give to their programs. */
export const PROGRAM_ENV = {
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
  SYNC_CONCURRENCY: String(CONCURRENCY),
  LOG_LEVEL: 'info',
  DEMO_DATA: 'true',
};

/** @param {MortalStack} stack @param {number} students @returns {Promise<Upstream>} */
export async function startUpstream(stack, students) {
  const simulator = { port: 0, students, latencyMs: 100, seed: 1, token: null };
  const { env } = await startSimulator(stack, /** @type {any} */ ({ simulator }), BUILT);
  return new Upstream(env.PAYMENT_API_URL);
}

/**
 * API and workers, on the servers that are given and private ones else.
 * @param {MortalStack} stack @param {Upstream} upstream @param {{ databaseUrl?: string, redisUrl?: string }} [given]
 * @returns {Promise<[client: Client, databaseUrl: string, redisUrl: string]>}
 */
export async function startProduct(stack, upstream, { databaseUrl = '', redisUrl = '' } = {}) {
  const given = { databaseUrl: databaseUrl || null, redisUrl: redisUrl || null };
  const { database, queue } = await startServices(stack, given);
  const port = await freePort();
  const settings = { port, host: '127.0.0.1', workers: WORKERS.length };
  await startApplication(stack, /** @type {any} */ (settings), {
    ...{ database, queue, mode: BUILT, onFirstAdmin: () => undefined },
    upstream: { ...PROGRAM_ENV, PAYMENT_API_URL: upstream.url },
  });
  const client = new Client(`http://127.0.0.1:${port}`);
  await client.login();
  return [client, database.url, queue.url];
}

export class World {
  /** @param {MortalStack} stack @param {Upstream} upstream @param {Client} client @param {string} databaseUrl @param {string} redisUrl */
  constructor(stack, upstream, client, databaseUrl, redisUrl) {
    this.stack = stack;
    this.upstream = upstream;
    this.client = client;
    this.databaseUrl = databaseUrl;
    this.redisUrl = redisUrl;
  }

  /** @param {MortalStack} stack @param {Upstream} upstream */
  static async start(stack, upstream) {
    return new World(stack, upstream, ...(await startProduct(stack, upstream)));
  }

  /** A second API process on the same database and queue. */
  async startSecondApi() {
    const { spec } = this.stack.child('api');
    const port = await freePort();
    const env = { ...spec.env, PORT: String(port) };
    const api = this.stack.start({ ...spec, name: 'api-2', env, onMessage: () => undefined });
    const client = new Client(`http://127.0.0.1:${port}`);
    await api.untilReady(async () => (await client.send('GET', '/health/live')) !== null, BACK_WITHIN_MS);
    await client.login();
    return client;
  }

  /** Waits until every part answers again. */
  async back() {
    const isBack = async () =>
      (await this.databaseAnswers()) && (await this.queueAnswers()) && (await this.programsAnswer());
    if (!(await eventually(isBack, BACK_WITHIN_MS))) throw new Error('the parts did not come back');
  }

  async databaseAnswers() {
    const port = /** @type {number} */ (this.stack.data.recall().database?.port);
    return (await hear(port))?.[4] === GREETING;
  }

  async queueAnswers() {
    const { port, password } = /** @type {{ port: number, password: string }} */ (
      this.stack.data.recall().queue
    );
    return (await hear(port, `AUTH ${password}\r\nPING\r\n`))?.toString().includes('+PONG') ?? false;
  }

  async programsAnswer() {
    if (!(await this.client.progress(1_000))) return false;
    const pids = WORKERS.map((name) => this.stack.child(name).child?.pid);
    const rows = await this.query('SELECT pid FROM sync_worker WHERE pid IN (?)', [pids]);
    return rows.length === WORKERS.length;
  }

  /** @param {string} sql @param {unknown[]} [params] @returns {Promise<any[]>} */
  async query(sql, params = []) {
    const connection = await mysql.createConnection({
      uri: this.databaseUrl,
      ...{ supportBigNumbers: true, bigNumberStrings: true, timezone: 'Z', jsonStrings: true },
    });
    try {
      return /** @type {any[]} */ ((await connection.query(sql, params))[0]);
    } finally {
      await connection.end();
    }
  }

  /** @param {string} name @param {NodeJS.Signals} signal @param {number} downMs */
  kill(name, signal, downMs) {
    return this.stack.child(name).die(signal, downMs);
  }

  /** Stops a program's time, and lets it go on. @param {string} name @param {number} frozenMs */
  async freeze(name, frozenMs) {
    const { child } = this.stack.child(name);
    child?.kill('SIGSTOP');
    await sleep(frozenMs);
    child?.kill('SIGCONT');
  }
}
