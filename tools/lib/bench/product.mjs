/** The product as `npm start` runs it: the built API and one worker; it is asked over HTTP. */
import { setTimeout as pause } from 'node:timers/promises';
import { BUILT, startApplication } from '../applications.mjs';
import { LauncherError } from '../launcher-error.mjs';
import { freePort } from '../ports.mjs';
import { step } from '../terminal.mjs';
import { HttpClient } from './http-client.mjs';
import { mostResidentMb } from './process-usage.mjs';
import { pidOf } from './rival.mjs';
import { rounded } from './statistics.mjs';

const ADMIN = { email: 'admin@sekolah.test', password: 'kata-sandi-uji' };
const SYNC = '/admin/sync-pembayaran';
/** As often as a page does. */
const LOOK_EVERY_MS = 500;
const ROSTER_WITHIN_MS = 1_800_000;
const STANDS_STILL_MS = 60_000;

/** @typedef {import('@bantubayar/shared').SyncProgressDto} Progress */
/** @typedef {{ students: number, seconds: number, peakApiMb: number | null }} RosterRead */

export class Product {
  what = /** @type {const} */ ('product');
  withLedger = true;

  /** The first reading of the roster, of all students. @type {RosterRead} */
  roster = { students: 0, seconds: 0, peakApiMb: null };

  /** @param {import('./world.mjs').World} world @param {HttpClient} http */
  constructor(world, http) {
    this.world = world;
    this.http = http;
    this.schema = world.tables.product;
  }

  /** @param {import('./world.mjs').World} world */
  static async start(world) {
    const { stack, database, queue } = world;
    const port = await freePort();
    const settings = { port, host: '127.0.0.1', workers: 1 };
    await startApplication(stack, /** @type {any} */ (settings), {
      ...{ database, queue, mode: BUILT, onFirstAdmin: () => undefined },
      upstream: {
        ...{ PAYMENT_API_URL: world.upstream.url, DEMO_DATA: 'false', SYNC_RATE_LIMIT: '0' },
        ...{ SYNC_CONCURRENCY: String(world.concurrency), SCHOOL_TIMEZONE: 'Asia/Jakarta' },
        ...{ ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password },
      },
    });
    const http = new HttpClient(`http://127.0.0.1:${port}`, 250);
    await http.signIn('/auth/login', ADMIN);
    const product = new Product(world, http);
    await step('Reading the roster', () => product.readRoster());
    return product;
  }

  async readRoster() {
    const begun = performance.now();
    const { total } = await this.http.post('/admin/siswa/sync', {}, ROSTER_WITHIN_MS);
    const seconds = rounded((performance.now() - begun) / 1000, 1);
    this.roster = { students: total, seconds, peakApiMb: rounded(mostResidentMb(this.apiPid()), 0) };
  }

  pids() {
    return [this.apiPid(), this.workerPid()];
  }

  apiPid() {
    return pidOf(this.world.child('api'));
  }

  workerPid() {
    return pidOf(this.world.child('worker-1'));
  }

  /** From the request that starts it to the moment that the run itself says it ended. */
  async run() {
    const begun = Date.now();
    await this.begin();
    const { status, finishedAt } = await this.ended();
    if (status !== 'completed') throw new LauncherError(`The product's run ended as ${status}.`);
    return (Date.parse(String(finishedAt)) - begun) / 1000;
  }

  begin() {
    return this.http.post(`${SYNC}/start`);
  }

  /** Ends a run that goes on; it may come to its end by itself. */
  async cancel() {
    try {
      await this.http.post(`${SYNC}/cancel`);
    } catch (error) {
      if ((await this.progress()).isRunning) throw error;
    }
    await this.ended();
  }

  /** @returns {Promise<Progress>} */
  async progress() {
    return JSON.parse(await this.http.get(`${SYNC}/progress`));
  }

  async ended() {
    let processed = -1;
    let movedAt = performance.now();
    for (;;) {
      const progress = await this.progress();
      if (!progress.isRunning) return progress;
      // Of a large school the ledger is written for minutes.
      if (progress.processed !== processed || progress.status === 'preparing') movedAt = performance.now();
      processed = progress.processed;
      if (performance.now() - movedAt > STANDS_STILL_MS)
        throw new LauncherError(`The product's run stands still at ${processed}, ${progress.status}.`);
      await pause(LOOK_EVERY_MS);
    }
  }
}
