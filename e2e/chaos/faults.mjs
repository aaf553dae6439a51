/** Everything that is done to the product, each with a moment's random choice. */
import fs from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { isAlive } from '../../tools/lib/process-identity.mjs';
import { inRoot } from '../../tools/lib/root.mjs';
import { LAUNCHER } from '../support/mortal-stack.mjs';
import { CLUSTER_FAULTS } from './cluster-faults.mjs';
import { fullDisk, outOfMemory, readOnly } from './refusals.mjs';
import { down, WORKERS } from './world.mjs';

/** @typedef {import('./world.mjs').World} World @typedef {import('./random.mjs').Random} Random */

/**
 * @typedef {object} Fault
 * @property {string} name
 * @property {string} title
 * @property {(world: World, random: Random) => Promise<Aftermath | void>} harm returns once the harm is done
 * @property {(world: World) => Promise<void>} [undo] after the last round
 * @property {keyof typeof import('./worlds.mjs').WORLDS} [place] where it is done, if not to plain processes
 * @property {number} [rounds] where no number is asked for
 * @property {keyof typeof import('./moments.mjs').MOMENTS} [moment] the only one that it is done at
 * @property {number} [workersLeft] to bring the run to its end, where not all are back by then
 * @property {boolean} [mayArriveLate] a request that began in time may come later: the network kept it
 * @property {boolean} [twice] two APIs start a run in the same instant
 *
 * @typedef {object} Aftermath
 * @property {Promise<void>} [settled] when nothing of it is to come any more
 * @property {string} [broken] what did not go as promised
 */

const STOPS_WITHIN_MS = 10_000;
const FIVE_MINUTES_MS = 300_000;
const CLOCK = join('e2e', 'chaos', 'skewed-clock.cjs');

/** @param {string[]} names @returns {Fault['harm']} */
const killing = (names) => async (world, random) => {
  await Promise.all(names.map((name) => world.kill(name, 'SIGKILL', down(random))));
};

/** What `npm start` began is gone when it is, and comes back with the next one. @type {Fault['harm']} */
async function closeTerminal(world, random) {
  const folder = world.stack.data.path('launcher', 'run');
  const noted = fs.readdirSync(folder).filter((name) => name.endsWith('.pid'));
  const known = noted.map((name) => JSON.parse(fs.readFileSync(join(folder, name), 'utf8')));
  await world.kill(LAUNCHER, 'SIGHUP', down(random));
  const left = known.filter(isAlive).length;
  if (left > 0) return { broken: `${left} of ${known.length} processes live on without their terminal` };
}

/** @type {Fault['harm']} */
async function flush(world) {
  const redis = new Redis(world.redisUrl);
  await redis.flushall();
  redis.disconnect();
}

/** @type {Fault['harm']} */
async function deploy(world, random) {
  const begun = performance.now();
  const code = await world.kill(random.pick(WORKERS), 'SIGTERM', 0);
  const tookMs = Math.round(performance.now() - begun);
  if (code !== 0 || tookMs > STOPS_WITHIN_MS)
    return { broken: `a worker that was told to stop ended with ${code} after ${tookMs} ms` };
}

/** Longer than the 6 s for which a job is locked; the run does not wait for it. @type {Fault['harm']} */
async function freeze(world, random) {
  return { settled: world.freeze(random.pick(WORKERS), random.whole(7_000, 12_000)) };
}

/** One student who is still to be fetched has an answer that cannot be stored. @type {Fault['harm']} */
async function spoilOne(world) {
  const [last] = await world.query(
    `SELECT idperson FROM sync_run_siswa WHERE outcome = 'pending' ORDER BY run_id DESC, idperson DESC LIMIT 1`,
  );
  if (last) await world.upstream.spoil(String(last.idperson));
}

/** One worker comes back with a wrong clock, until it is the next one's turn. @type {Fault['harm']} */
async function skew(world, random) {
  const offsetMs = random.pick([-FIVE_MINUTES_MS, FIVE_MINUTES_MS]);
  await setClocks(world, random.pick(WORKERS), offsetMs);
}

/** @param {World} world @param {string | null} wrong @param {number} [offsetMs] */
async function setClocks(world, wrong, offsetMs = 0) {
  for (const name of WORKERS) {
    const { spec } = world.stack.child(name);
    const entry = /** @type {string} */ (spec.args.at(-1));
    spec.args = name === wrong ? ['--require', inRoot(CLOCK), entry] : [entry];
    spec.env = { ...spec.env, CHAOS_CLOCK_OFFSET_MS: String(offsetMs) };
  }
  await Promise.all(WORKERS.map((name) => world.kill(name, 'SIGKILL', 0)));
}

/** @type {Fault[]} */
export const FAULTS = [
  {
    name: 'worker',
    title: 'kill -9 of a worker',
    harm: (world, random) => killing([random.pick(WORKERS)])(world, random),
  },
  { name: 'workers', title: 'kill -9 of all workers', harm: killing(WORKERS) },
  { name: 'api', title: 'kill -9 of the API', harm: killing(['api']) },
  { name: 'redis', title: 'kill -9 of Redis', harm: killing(['queue']) },
  { name: 'database', title: 'kill -9 of the database', harm: killing(['database']) },
  { name: 'servers', title: 'kill -9 of database and Redis', harm: killing(['database', 'queue']) },
  { name: 'flush', title: 'Redis FLUSHALL', harm: flush },
  { name: 'deploy', title: 'SIGTERM of a worker', harm: deploy },
  { name: 'freeze', title: 'a worker frozen beyond its lock', harm: freeze },
  {
    name: 'clock',
    title: 'a worker whose clock is 5 minutes off',
    harm: skew,
    undo: async (world) => {
      await setClocks(world, null);
      await world.back();
    },
  },
  {
    name: 'starts',
    title: 'two starts in one instant',
    harm: async () => undefined,
    moment: 'starting',
    twice: true,
  },
  { name: 'cancel', title: 'cancel while preparing', harm: async () => undefined, moment: 'beginning' },
  { name: 'unstorable', title: 'an answer that cannot be stored', harm: spoilOne },
  { name: 'read-only', title: 'database read-only for seconds', harm: readOnly },
  { name: 'redis-full', title: 'Redis full for seconds', harm: outOfMemory('noeviction') },
  { name: 'redis-evicting', title: 'Redis evicting for seconds', harm: outOfMemory('allkeys-random') },
  { name: 'disk-full', title: 'disk full for seconds', harm: fullDisk, place: 'small-disk' },
  ...CLUSTER_FAULTS,
  { name: 'launcher', title: 'kill -9 of npm start', harm: killing([LAUNCHER]), place: 'launcher' },
  { name: 'terminal', title: 'terminal of npm start closed', harm: closeTerminal, place: 'launcher' },
];
