/** When a fault strikes: each moment brings a run there, strikes, and does what an operator would do next. */
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('./client.mjs').Progress} Progress */
/** @typedef {{ backAt: number, left: number, cancelled?: { answeredAt: number, wallAt: number }, note?: string }} Struck */
/**
 * @typedef {object} Play
 * @property {import('./world.mjs').World} world
 * @property {import('./watch.mjs').Watch} watch
 * @property {import('./random.mjs').Random} random
 * @property {(progress: Progress) => boolean} isOurs
 * @property {() => Promise<{ backAt: number, left: number }>} strike
 * @property {import('./client.mjs').Client[]} clients
 * @property {{ idperson: string[] }} scope
 */

const REACHED_WITHIN_MS = 30_000;
const LAST_STUDENTS = 60;

/** @type {Record<'preparing' | 'running' | 'pausing' | 'cancelling' | 'ending' | 'starting' | 'beginning', (play: Play) => Promise<Struck>>} */
export const MOMENTS = { preparing, running, pausing, cancelling, ending, starting, beginning };

/** @param {Play} play @returns {Promise<Struck>} */
async function preparing({ world, random, strike, scope }) {
  const started = world.client.start({ scope });
  await sleep(random.whole(0, 120));
  const [struck] = await Promise.all([strike(), started]);
  return struck;
}

/** @param {Play} play @returns {Promise<Struck>} */
async function running(play) {
  await reach(play, share(play, 5, 85));
  return play.strike();
}

/** @param {Play} play @returns {Promise<Struck>} */
async function pausing(play) {
  const { world, random, strike } = play;
  await reach(play, share(play, 5, 80));
  const [struck] = await Promise.all([
    sleep(random.whole(0, 80)).then(strike),
    sleep(random.whole(0, 80)).then(() => world.client.tell('pause')),
  ]);
  await sleep(random.whole(0, 400));
  await world.client.tell('resume');
  return { ...struck, backAt: performance.now() };
}

/** @param {Play} play @returns {Promise<Struck>} */
async function cancelling(play) {
  const { world, random, strike } = play;
  await reach(play, share(play, 5, 80));
  const cancel = async () => {
    const { status } = await world.client.tell('cancel');
    return status === 200 ? { answeredAt: performance.now(), wallAt: Date.now() } : undefined;
  };
  const [struck, cancelled] = await Promise.all([
    sleep(random.whole(0, 80)).then(strike),
    sleep(random.whole(0, 80)).then(cancel),
  ]);
  return { ...struck, cancelled };
}

/** @param {Play} play @returns {Promise<Struck>} */
async function ending(play) {
  const { random, scope } = play;
  await reach(play, scope.idperson.length - random.whole(1, LAST_STUDENTS));
  return play.strike();
}

/** Two operators press the button at once: one run begins, the other is told whose it is. @param {Play} play @returns {Promise<Struck>} */
async function starting({ random, scope, strike, clients }) {
  const answers = await Promise.all(
    clients.map((client) => sleep(random.whole(0, 3)).then(() => client.start({ scope }))),
  );
  const statuses = answers.map(({ status }) => status).sort();
  const isRight = statuses.join() === '202,409';
  return { ...(await strike()), ...(!isRight && { note: `two starts were answered with ${statuses}` }) };
}

/** The operator changes his mind at once; cancel is answered at the first asking. @param {Play} play @returns {Promise<Struck>} */
async function beginning({ world, random, scope, strike }) {
  await world.client.start({ scope });
  await sleep(random.whole(0, 120));
  const answer = await world.client.send('POST', '/admin/sync-pembayaran/cancel');
  const cancelled = { answeredAt: performance.now(), wallAt: Date.now() };
  const isRight = answer?.status === 200;
  return {
    ...(await strike()),
    ...(isRight ? { cancelled } : { note: `cancel was answered with ${answer?.status}` }),
  };
}

/** @param {Play} play @param {number} low @param {number} high percent */
const share = ({ random, scope }, low, high) =>
  Math.floor((scope.idperson.length * random.whole(low, high)) / 100);

/** Starts the run and lets it come as far as `processed`. @param {Play} play @param {number} processed */
async function reach({ world, watch, isOurs, scope }, processed) {
  await world.client.start({ scope });
  const there = await watch.until((now) => isOurs(now) && now.processed >= processed, REACHED_WITHIN_MS);
  if (!there) throw new Error(`the run did not come to ${processed}: ${JSON.stringify(watch.last)}`);
}
