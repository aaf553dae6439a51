/** Once a run is cancelled nothing more is asked and nothing more is written. */
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprint } from './audit.mjs';

const NO_REQUEST_AFTER_MS = 1_000;
const CANCELLED_WITHIN_MS = 5_000;
const QUIET_MS = 1_200;

/**
 * @param {import('./world.mjs').World} world
 * @param {{ answeredAt: number, wallAt: number }} cancelled when cancel was answered
 * @param {number} backAt
 * @param {{ settled?: Promise<void>, mayArriveLate?: boolean }} fault
 */
export async function quietAfterCancel(world, { answeredAt, wallAt }, backAt, { settled, mayArriveLate }) {
  const broken = [];
  const tookMs = performance.now() - Math.max(answeredAt, backAt);
  if (tookMs > CANCELLED_WITHIN_MS) broken.push(`cancelled ${Math.round(tookMs)} ms after the answer`);
  const before = await fingerprint(world);
  await settled;
  await sleep(QUIET_MS);
  const after = await fingerprint(world);
  if (after !== before) broken.push(`written after cancelled: ${before} became ${after}`);
  const { lastRequestAt } = await world.upstream.stats();
  const lateMs = lastRequestAt ? Date.parse(lastRequestAt) - wallAt : 0;
  if (lateMs > NO_REQUEST_AFTER_MS && !mayArriveLate)
    broken.push(`a request ${lateMs} ms after the answer to cancel`);
  return broken;
}
