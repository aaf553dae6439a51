/** All rounds of all contenders, in turn, so that a slow minute of the machine meets each of them. */
import { say } from '../terminal.mjs';
import { measure } from './measure.mjs';
import { mediansOf, rounded } from './statistics.mjs';

/** Each has run so often before it is measured: Node compiles what is hot, and a worker of a school has run for days. */
const WARM_UPS = 3;
const WARM_UP = { students: 2_000, latencyMs: 0 };

/** @typedef {import('./measure.mjs').Contender} Contender @typedef {import('./statistics.mjs').Row} Row @typedef {import('./statistics.mjs').Measured} Measured */
/** @typedef {import('./world.mjs').World} World @typedef {import('./options.mjs').Options} Options */

/** @param {World} world @param {readonly Contender[]} contenders @param {Options} options @returns {Promise<Row[]>} */
export async function measureAll(world, contenders, { students: sizes, latenciesMs, rounds }) {
  const warmUp = { ...WARM_UP, students: Math.min(WARM_UP.students, ...sizes) };
  for (let run = 0; run < WARM_UPS; run += 1)
    for (const contender of contenders) await measure(world, contender, warmUp);
  /** @type {Row[]} */
  const rows = [];
  for (const students of sizes) {
    await world.tables.counted.keep(students);
    for (const latencyMs of latenciesMs)
      rows.push(...(await inTurn(world, contenders, { students, latencyMs, rounds })));
  }
  return rows;
}

/** @param {World} world @param {readonly Contender[]} contenders @param {{ students: number, latencyMs: number, rounds: number }} options @returns {Promise<Row[]>} */
async function inTurn(world, contenders, { students, latencyMs, rounds }) {
  /** @type {Map<Contender, Measured[]>} */
  const measured = new Map(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of turned(contenders, round)) {
      const run = await measure(world, contender, { students, latencyMs });
      measured.get(contender)?.push(run);
      say(
        `  ${students} students at ${latencyMs} ms, round ${round + 1} of ${rounds}, ${contender.what}: ` +
          `${rounded(run.studentsPerSecond, 0)} students/s`,
      );
    }
  }
  return [...measured].map(([{ what }, runs]) => {
    return { what, latencyMs, students, concurrency: world.concurrency, rounds, ...mediansOf(runs) };
  });
}

/** Who begins is another one in each round. @template T @param {readonly T[]} all @param {number} round @returns {T[]} */
export function turned(all, round) {
  const first = round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}
