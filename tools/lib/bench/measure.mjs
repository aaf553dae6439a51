/** Measures one run of a contender: its own time, what its processes took, and how large Redis became. */
import { setTimeout as pause } from 'node:timers/promises';
import { LauncherError } from '../launcher-error.mjs';
import { cpuSeconds, redisMb, residentMb } from './process-usage.mjs';

const LOOK_EVERY_MS = 50;
/** The database has time to put away what the round before left. */
const REST_MS = 1_000;
const LONGEST_START_MS = 120_000;
const LONGEST_STUDENT_MS = 100;

/** @typedef {import('./statistics.mjs').Measured} Measured */
/** @typedef {import('./world.mjs').World} World */
/**
 * @typedef {object} Contender what does the same work in its own way
 * @property {import('./statistics.mjs').Name} what
 * @property {string} schema where its tables are
 * @property {boolean} withLedger whether it keeps a ledger and the unpaid bills
 * @property {() => number[]} pids its processes
 * @property {() => number} workerPid the one of them that fetches
 * @property {() => number} [apiPid] the one that answers, where there is one
 * @property {() => Promise<number>} run fetches and stores every student; the seconds that it took
 */

/** @param {World} world @param {Contender} contender @param {{ students: number, latencyMs: number }} round @returns {Promise<Measured>} */
export async function measure(world, contender, { students, latencyMs }) {
  await world.tables.reset(contender.schema, students);
  await world.upstream.prepare(latencyMs);
  await pause(REST_MS);
  const cpuBefore = cpuSeconds(contender.pids());
  const peaks = watchPeaks(world.redis, contender);
  try {
    const seconds = await inTime(contender, students);
    const cpuAfter = cpuSeconds(contender.pids());
    await world.tables.expectStored(contender.schema, students, contender.withLedger);
    const cpu = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore;
    return {
      studentsPerSecond: students / seconds,
      cpuSecondsPer1000: cpu === null ? null : (cpu * 1000) / students,
      ...(await peaks.end()),
      mostRequestsAtOnce: await world.upstream.mostAtOnce(),
    };
  } finally {
    peaks.stop();
  }
}

/** The seconds of its run, unless it hangs. @param {Contender} contender @param {number} students */
async function inTime(contender, students) {
  const over = new AbortController();
  const limitMs = LONGEST_START_MS + students * LONGEST_STUDENT_MS;
  const late = pause(limitMs, undefined, { signal: over.signal }).then(() => {
    throw new LauncherError(`${contender.what}: the run did not end within ${limitMs / 1000} s.`);
  });
  // Given up where the run ends first.
  late.catch(() => undefined);
  try {
    return await Promise.race([contender.run(), late]);
  } finally {
    over.abort();
  }
}

/** @param {import('ioredis').Redis} redis @param {Contender} contender */
function watchPeaks(redis, contender) {
  /** @type {{ peakWorkerMb: number | null, peakApiMb: number | null, peakRedisMb: number }} */
  const peaks = { peakWorkerMb: null, peakApiMb: null, peakRedisMb: 0 };
  const [workerPid, apiPid] = [contender.workerPid(), contender.apiPid?.() ?? null];
  let over = false;
  const look = async () => {
    peaks.peakWorkerMb = larger(peaks.peakWorkerMb, residentMb(workerPid));
    if (apiPid !== null) peaks.peakApiMb = larger(peaks.peakApiMb, residentMb(apiPid));
    peaks.peakRedisMb = Math.max(peaks.peakRedisMb, redisMb(await redis.info('memory')));
  };
  const looking = (async () => {
    while (!over) {
      await look();
      await pause(LOOK_EVERY_MS);
    }
  })();
  // Who waits for the end hears of it; until then nobody does.
  looking.catch(() => undefined);
  const stop = () => void (over = true);
  const end = async () => {
    stop();
    await looking;
    return peaks;
  };
  return { stop, end };
}

/** @param {number | null} most @param {number | null} now */
const larger = (most, now) => (now === null ? most : Math.max(most ?? 0, now));
