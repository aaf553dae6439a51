/** What all contenders share: a database with durable commits, a queue, and the simulator in a process of its own. */
import { createPool } from 'mysql2/promise';
import { Redis } from 'ioredis';
import { BUILT, startSimulator } from '../applications.mjs';
import { fittingPoolMb } from '../database-size.mjs';
import { startDatabase } from '../private-database.mjs';
import { startQueue } from '../private-queue.mjs';
import { provide } from '../programs.mjs';
import { Tables } from './tables.mjs';
import { Upstream } from './upstream.mjs';

/** @typedef {import('../stack.mjs').Stack} Stack @typedef {import('../services.mjs').Service} Service */

export class World {
  /** @param {Stack} stack @param {{ database: Service, queue: Service, upstream: Upstream, concurrency: number }} parts */
  constructor(stack, { database, queue, upstream, concurrency }) {
    this.stack = stack;
    this.database = database;
    this.queue = queue;
    this.upstream = upstream;
    this.concurrency = concurrency;
    this.databaseUrl = database.url;
    this.redisUrl = queue.url;
    this.redis = new Redis(queue.url);
    // It goes away with everything else at the end.
    this.redis.on('error', () => undefined);
    const pool = createPool({ uri: database.url, supportBigNumbers: true, bigNumberStrings: true });
    this.tables = new Tables(pool, new URL(database.url).pathname.slice(1));
  }

  /** @param {Stack} stack @param {{ students: number, concurrency: number }} options */
  static async start(stack, { students, concurrency }) {
    await provide(['database', 'queue']);
    const database = await startDatabase(stack, { forTests: true, poolMb: fittingPoolMb() });
    const queue = await startQueue(stack);
    const simulator = { port: 0, students, latencyMs: 0, seed: 1, token: null };
    const { env } = await startSimulator(stack, /** @type {any} */ ({ simulator }), BUILT);
    return new World(stack, { database, queue, upstream: new Upstream(env.PAYMENT_API_URL), concurrency });
  }

  /** @param {string} name */
  child(name) {
    const found = this.stack.children.find(({ spec }) => spec.name === name);
    if (!found) throw new Error(`${name} was not started`);
    return found;
  }

  async close() {
    this.redis.disconnect();
    await this.tables.pool.end();
  }
}
