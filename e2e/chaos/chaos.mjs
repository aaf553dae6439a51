/** `npm run chaos -- [--rounds N] [--seed N] [--fault name] [--students N] [--json FILE] [--built]`: breaks everything at random moments. */
import { parseArgs } from 'node:util';
import { LauncherError, runScript } from '../../tools/lib/launcher-error.mjs';
import { wholeNumber } from '../../tools/lib/options.mjs';
import { say } from '../../tools/lib/terminal.mjs';
import { onMortalStack } from '../support/on-mortal-stack.mjs';
import { FAULTS } from './faults.mjs';
import { playSeries } from './series.mjs';
import { allKept, tableOf } from './table.mjs';
import { startUpstream } from './world.mjs';
import { WORLDS } from './worlds.mjs';

await runScript(async () => {
  const settings = readSettings();
  await onMortalStack('chaos', settings, async (stack) => {
    const lines = await playAll(stack, settings);
    conclude(lines, stack, settings);
    const { seed, rounds } = settings;
    return { well: allKept(lines), report: { seed, rounds, lines, crashes: stack.crashes() } };
  });
});

/** @typedef {ReturnType<typeof readSettings>} Settings @typedef {import('../support/mortal-stack.mjs').MortalStack} MortalStack */

/** @param {MortalStack} stack @param {Settings} settings */
async function playAll(stack, settings) {
  const upstream = await startUpstream(stack, settings.students);
  /** @type {import('./series.mjs').Line[]} */
  const lines = [];
  for (const [place, kind] of Object.entries(WORLDS)) {
    const faults = settings.faults.filter((fault) => (fault.place ?? 'plain') === place);
    const missing = faults.length > 0 ? kind.missing?.() : null;
    if (missing) say(`${faults.map(({ name }) => name).join(', ')} left out; needed is ${missing}.`);
    if (missing || faults.length === 0) continue;
    const own = await kind.stack?.();
    if (own) stack.guests.push(own);
    const world = await kind.World.start(own ?? stack, upstream);
    for (const fault of faults) lines.push(await playSeries(world, fault, settings, say));
    await own?.stop();
  }
  return lines;
}

/** @param {import('./series.mjs').Line[]} lines @param {MortalStack} stack @param {Settings} settings */
function conclude(lines, stack, { seed }) {
  say(`\n${tableOf(lines)}\n`);
  for (const { fault, broken } of lines) for (const promise of broken) say(`${fault}, ${promise}`);
  const crashes = stack.crashes();
  if (crashes.length > 0) say(`Ended without having been killed: ${crashes.join(', ')}`);
  say(`Seed ${seed}: ${allKept(lines) ? 'everything was kept' : 'NOT everything was kept'}.`);
}

function readSettings() {
  const text = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({
    options: {
      rounds: text,
      seed: text,
      students: text,
      json: text,
      fault: { ...text, multiple: true },
      built: { type: 'boolean' },
    },
  });
  const names = FAULTS.map(({ name }) => name);
  const wrong = values.fault?.find((name) => !names.includes(name));
  if (wrong) throw new LauncherError(`--fault: given "${wrong}", allowed ${names.join(', ')}`);
  return {
    rounds: values.rounds ? wholeNumber('rounds', values.rounds, 20) : null,
    seed: wholeNumber('seed', values.seed, Date.now() % 1_000_000),
    students: wholeNumber('students', values.students, 1_000),
    json: values.json,
    built: values.built ?? false,
    faults: FAULTS.filter(({ name }) => values.fault?.includes(name) ?? true),
  };
}
