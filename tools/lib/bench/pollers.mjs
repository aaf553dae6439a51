/** How long many open pages wait for the progress of one run, and what they cost it. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { OpenPage } from './open-page.mjs';
import { ratio, rounded, percentile } from './statistics.mjs';

const LATENCY_MS = 50;
const POLLERS = 200;
const POLL_EVERY_MS = 500;
const POLL = '/admin/sync-pembayaran/progress';
const AT_PACE_PERCENT = 5;
/** Whether pages ask, stretch by stretch: neither gets the better part of the run. */
const TURNS = [true, false, false, true];

/** @typedef {import('./world.mjs').World} World @typedef {import('./product.mjs').Product} Product */
/** @typedef {{ students: number, seconds: number }} Done */

/** Each page has its own session and asks twice a second for the whole progress, log and all. @param {World} world @param {Product} product @param {number} seconds */
export async function measureProgress(world, product, seconds) {
  const cookies = await openSessions(world, product);
  const pages = cookies.map((cookie) => new OpenPage(product.http.url, POLL, cookie));
  await world.upstream.prepare(LATENCY_MS);
  await product.begin();
  await untilAtPace(product);
  /** @type {number[]} */
  const times = [];
  const [polled, alone] = [nothingYet(), nothingYet()];
  let isRunning = true;
  for (const arePolled of TURNS) {
    if (!isRunning) break;
    let ask = arePolled;
    const polling = arePolled ? pages.map((page, n) => poll(page, n, times, () => ask)) : [];
    isRunning = await follow(product, (seconds * 2) / TURNS.length, arePolled ? polled : alone);
    ask = false;
    await Promise.all(polling);
  }
  for (const page of pages) page.close();
  await product.cancel();
  const p = (/** @type {number} */ share) => rounded(percentile(times, share), 1);
  return {
    ...{ pollers: POLLERS, p50Ms: p(0.5), p99Ms: p(0.99) },
    ...{ requests: times.length, requestsPerSecond: rounded(times.length / polled.seconds, 0) },
    // Not known of a run that ended meanwhile.
    runOfAlone: isRunning ? ratio(polled.students / polled.seconds, alone.students / alone.seconds) : null,
  };
}

/** @param {OpenPage} page @param {number} n @param {number[]} times @param {() => boolean} goesOn */
async function poll(page, n, times, goesOn) {
  await pause((n * POLL_EVERY_MS) / POLLERS);
  while (goesOn()) {
    const milliseconds = await page.timeOfPoll();
    times.push(milliseconds);
    await pause(Math.max(0, POLL_EVERY_MS - milliseconds));
  }
}

/** A run finds out first how much it may ask. @param {Product} product */
async function untilAtPace(product) {
  for (;;) {
    const { isRunning, status, percent } = await product.progress();
    if (!isRunning || (status === 'running' && percent >= AT_PACE_PERCENT)) return;
    await pause(POLL_EVERY_MS);
  }
}

/** @returns {Done} */
const nothingYet = () => ({ students: 0, seconds: 0 });

/** Adds what the run does in so many seconds; whether it goes on after them. @param {Product} product @param {number} seconds @param {Done} done */
async function follow(product, seconds, done) {
  const [before, begun] = [await product.progress(), performance.now()];
  await pause(seconds * 1000);
  const after = await product.progress();
  done.seconds += (performance.now() - begun) / 1000;
  done.students += after.processed - before.processed;
  return after.isRunning;
}

/** Written into the database: nobody may sign in so often. @param {World} world @param {Product} product */
async function openSessions({ tables }, { schema }) {
  const secrets = Array.from({ length: POLLERS }, () => randomBytes(32).toString('base64url'));
  for (const secret of secrets)
    await tables.query(
      `INSERT INTO ${schema}.session (token_hash, user_id, created_at, last_seen_at, expires_at)
       SELECT UNHEX(SHA2(?, 256)), id, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 1 DAY
       FROM ${schema}.app_user LIMIT 1`,
      [secret],
    );
  return secrets.map((secret) => `bantubayar_session=${secret}`);
}
