/** The frame of a contender that is a process of its own: it says when it is ready, and answers each order with its time. */
import { createPool } from 'mysql2/promise';
import { HttpClient } from './http-client.mjs';

/** @typedef {{ databaseUrl: string, redisUrl: string, upstreamUrl: string, schema: string, concurrency: number }} Task */
/** @typedef {{ task: Task, payments: HttpClient, pool: import('mysql2/promise').Pool }} Means */

/** The school's day, which tells bills that are due from later ones. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(new Date());

/** @param {(means: Means) => Promise<() => Promise<void>>} prepare its answer fetches and stores every student */
export async function serve(prepare) {
  process.once('disconnect', () => process.exit());
  /** @type {Task} */
  const task = JSON.parse(process.env['BENCH_TASK'] ?? '');
  const payments = new HttpClient(`${task.upstreamUrl}/payments`, task.concurrency);
  const pool = createPool({
    ...{ uri: task.databaseUrl, database: task.schema, connectionLimit: task.concurrency },
    ...{ supportBigNumbers: true, bigNumberStrings: true },
  });
  const run = await prepare({ task, payments, pool });
  process.on('message', async () => {
    const begun = performance.now();
    try {
      await run();
      process.send?.({ seconds: (performance.now() - begun) / 1000 });
    } catch (error) {
      process.send?.({ failed: error instanceof Error ? error.stack : String(error) });
    }
  });
  process.send?.({ ready: true });
}

/** @param {import('mysql2/promise').Pool} pool @returns {Promise<string[]>} */
export async function everybody(pool) {
  const [rows] = await pool.query('SELECT idperson FROM siswa ORDER BY idperson');
  return /** @type {any[]} */ (rows).map(({ idperson }) => String(idperson));
}
