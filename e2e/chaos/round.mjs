/** One run that is interrupted at a random moment, watched to its end and audited. */
import { setTimeout as sleep } from 'node:timers/promises';
import { audit } from './audit.mjs';
import { MOMENTS } from './moments.mjs';
import { quietAfterCancel } from './after-cancel.mjs';
import { Watch } from './watch.mjs';
import { CONCURRENCY, WORKERS } from './world.mjs';

/** @typedef {import('./world.mjs').World} World @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./faults.mjs').Fault} Fault @typedef {import('./client.mjs').Progress} Progress */

/**
 * @typedef {object} Outcome
 * @property {number} runs
 * @property {number} lost
 * @property {number} countedTwice
 * @property {boolean} stuck
 * @property {number} recoveryMs beyond the normal rest of the run
 * @property {number} looks
 * @property {string[]} broken
 */

const LATENCY_MS = 100;
/** A worker reaches about this share of what its latency allows. */
const EFFICIENCY = 0.8;
const NORMAL_PER_MS = (EFFICIENCY * CONCURRENCY) / LATENCY_MS;
const PREPARING_MS = 500;
const MAY_TAKE_MS = 15_000;
const GIVEN_UP_AFTER_MS = 60_000;

const isOver = (/** @type {Progress} */ { runId, isRunning, status }) =>
  runId !== null && !isRunning && status !== 'queued';

/**
 * @param {World} world
 * @param {Fault} fault
 * @param {keyof typeof MOMENTS} moment
 * @param {{ random: Random, idpersons: string[], clients: import('./client.mjs').Client[] }} chance
 * @returns {Promise<Outcome>}
 */
export async function playRound(world, fault, moment, { random, idpersons, clients }) {
  const [{ lastRunId }] = await world.query('SELECT COALESCE(MAX(id), 0) AS lastRunId FROM sync_run');
  await world.upstream.prepare(random.whole(1, 1_000_000), LATENCY_MS);
  const watch = new Watch(world.client);
  const isOurs = (/** @type {Progress} */ now) => Number(now.runId) > Number(lastRunId);
  /** @type {string[]} */
  const broken = [];
  /** @type {Promise<void> | undefined} */
  let settled;

  const strike = async () => {
    const aftermath = await fault.harm(world, random);
    if (aftermath?.broken) broken.push(aftermath.broken);
    settled = aftermath?.settled;
    const left = watch.last && isOurs(watch.last) ? watch.last.total - watch.last.processed : null;
    await world.back();
    return { backAt: performance.now(), left: left || idpersons.length };
  };
  const play = { world, watch, random, isOurs, strike, clients, scope: { idperson: idpersons } };

  try {
    const { backAt, left, cancelled, note } = await MOMENTS[moment](play);
    if (note) broken.push(note);
    const end = await watch.until((now) => isOurs(now) && isOver(now), GIVEN_UP_AFTER_MS);
    const restMs = cancelled
      ? 0
      : PREPARING_MS + left / (NORMAL_PER_MS * (fault.workersLeft ?? WORKERS.length));
    const recoveryMs = Math.max(0, performance.now() - backAt - restMs);
    if (cancelled && end?.status === 'cancelled')
      broken.push(...(await quietAfterCancel(world, cancelled, backAt, { ...fault, settled })));
    await settled;
    if (settled) await sleep(1_000);
    await watch.end();
    const findings = await audit(world, Number(lastRunId));
    broken.push(...findings.broken, ...watch.promises.broken);
    if (!end) broken.push(`given up at ${JSON.stringify({ ...watch.last, log: undefined })}`);
    const stuck = end === null || recoveryMs > MAY_TAKE_MS;
    return { ...findings, broken, stuck, recoveryMs, looks: watch.looks };
  } finally {
    await settled;
    await watch.end();
  }
}
