/** All rounds of one fault, summed up to a line of the table. */
import { Random } from './random.mjs';
import { playRound } from './round.mjs';

/** @typedef {import('./world.mjs').World} World @typedef {import('./faults.mjs').Fault} Fault */

/**
 * @typedef {object} Line
 * @property {string} fault
 * @property {string} title
 * @property {number} moments
 * @property {number} runs
 * @property {number} lost
 * @property {number} countedTwice
 * @property {number} stuck
 * @property {number} longestRecoverySeconds
 * @property {string[]} broken promises that were not kept, each with its round
 *
 * @typedef {{ rounds: number | null, seed: number, students: number }} Settings
 */

const ROUNDS = 20;
const FIVE_MOMENTS = /** @type {const} */ (['running', 'cancelling', 'preparing', 'pausing', 'ending']);

/** @param {World} world @param {Fault} fault @param {Settings} settings @param {(text: string) => void} tell @returns {Promise<Line>} */
export async function playSeries(world, fault, { rounds: asked, seed, students }, tell) {
  const rounds = asked ?? fault.rounds ?? ROUNDS;
  const roster = await world.query('SELECT idperson FROM siswa ORDER BY idperson LIMIT ?', [students]);
  const idpersons = roster.map(({ idperson }) => String(idperson));
  const clients = fault.twice ? [world.client, await world.startSecondApi()] : [world.client];
  const line = emptyLine(fault);
  const offset = new Random(seed, fault.name).whole(1, FIVE_MOMENTS.length);
  for (let round = 1; round <= rounds; round++) {
    const random = new Random(seed, fault.name, round);
    const moment = fault.moment ?? FIVE_MOMENTS[(round + offset) % FIVE_MOMENTS.length];
    const size = random.whole(Math.ceil(students / 3), students);
    const chance = { random, idpersons: idpersons.slice(0, size), clients };
    const outcome = await playRound(world, fault, moment ?? 'running', chance).catch(couldNotBePlayed);
    if (outcome.stuck) await world.client.tell('cancel');
    add(line, outcome, `round ${round}, ${moment}, ${size} students`);
    tell(`${fault.name} ${round}/${rounds} ${moment}: ${describe(outcome)}`);
  }
  await fault.undo?.(world);
  return line;
}

/** @param {Error} error @returns {import('./round.mjs').Outcome} */
function couldNotBePlayed({ message }) {
  const none = { runs: 0, lost: 0, countedTwice: 0, recoveryMs: 0, looks: 0 };
  return { ...none, stuck: true, broken: [message] };
}

/** @param {Fault} fault @returns {Line} */
function emptyLine({ name, title }) {
  const none = { moments: 0, runs: 0, lost: 0, countedTwice: 0, stuck: 0, longestRecoverySeconds: 0 };
  return { fault: name, title, ...none, broken: [] };
}

/** @param {Line} line @param {import('./round.mjs').Outcome} outcome @param {string} where */
function add(line, outcome, where) {
  line.moments += 1;
  line.runs += outcome.runs;
  line.lost += outcome.lost;
  line.countedTwice += outcome.countedTwice;
  line.stuck += outcome.stuck ? 1 : 0;
  const seconds = Math.round(outcome.recoveryMs / 100) / 10;
  line.longestRecoverySeconds = Math.max(line.longestRecoverySeconds, seconds);
  line.broken.push(...outcome.broken.map((promise) => `${where}: ${promise}`));
}

/** @param {import('./round.mjs').Outcome} outcome */
function describe({ runs, lost, countedTwice, stuck, recoveryMs, looks, broken }) {
  const figures = `${runs} run, ${looks} looks, recovered in ${(recoveryMs / 1000).toFixed(1)} s`;
  const isFine = lost + countedTwice + broken.length === 0 && !stuck;
  if (isFine) return figures;
  return `${figures}; ${lost} lost, ${countedTwice} counted twice${stuck ? ', STUCK' : ''}\n    ${broken.join('\n    ')}`;
}
