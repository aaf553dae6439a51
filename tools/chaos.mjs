/** `npm run chaos -- [--rounds N] [--seed N] [--fault name] [--students N] [--json FILE] [--built]`: breaks everything at random moments. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { FAULTS } from '../e2e/chaos/faults.mjs';
import { LauncherWorld } from '../e2e/chaos/launcher-world.mjs';
import { MortalStack } from '../e2e/chaos/mortal-stack.mjs';
import { canMakeDisk, stackOnSmallDisk } from '../e2e/chaos/small-disk.mjs';
import { playSeries } from '../e2e/chaos/series.mjs';
import { allKept, tableOf } from '../e2e/chaos/table.mjs';
import { startUpstream, World } from '../e2e/chaos/world.mjs';
import { build } from './lib/build.mjs';
import { DataDir } from './lib/data-dir.mjs';
import { stopOnInterrupt } from './lib/interrupts.mjs';
import { LauncherError, runScript } from './lib/launcher-error.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { say } from './lib/terminal.mjs';

// The tests' own prefix: the next `npm test` also ends and removes what a killed one left.
const FOLDER_PREFIX = path.join(os.tmpdir(), 'bantubayar-test-chaos-');

await runScript(async () => {
  const settings = readSettings();
  const data = new DataDir(fs.mkdtempSync(FOLDER_PREFIX));
  await data.claim();
  const stack = new MortalStack(data);
  const { wasInterrupted } = stopOnInterrupt(stack, 130);
  try {
    await ensurePackages();
    if (!settings.built) await build();
    const lines = await playAll(stack, settings);
    if (settings.json)
      fs.writeFileSync(settings.json, `${JSON.stringify(report(lines, stack, settings), null, 2)}\n`);
    await stack.stop();
    conclude(lines, stack, settings);
    if (allKept(lines)) fs.rmSync(data.folder, { recursive: true, force: true });
    else say(`The logs are in ${data.path('logs')}.`);
  } catch (error) {
    if (wasInterrupted()) return;
    await stack.stop();
    say(`The logs are in ${data.path('logs')}.`);
    throw error;
  }
});

/** @typedef {ReturnType<typeof readSettings>} Settings @typedef {import('../e2e/chaos/faults.mjs').Fault} Fault */

/** @param {MortalStack} stack @param {Settings} settings */
async function playAll(stack, settings) {
  const upstream = await startUpstream(stack, settings.students);
  /** @type {import('../e2e/chaos/series.mjs').Line[]} */
  const lines = [];
  const { ofLauncher = [], fillsDisk = [], others = [] } = byWorld(settings.faults);
  const play = async (
    /** @type {typeof World} */ kind,
    /** @type {MortalStack} */ on,
    /** @type {Fault[]} */ faults,
  ) => {
    if (faults.length === 0) return;
    const world = await kind.start(on, upstream);
    for (const fault of faults) lines.push(await playSeries(world, fault, settings, say));
  };
  await play(World, stack, others);
  await play(LauncherWorld, stack, ofLauncher);
  if (fillsDisk.length > 0 && canMakeDisk()) {
    const small = await stackOnSmallDisk();
    stack.guests.push(small);
    await play(World, small, fillsDisk);
  } else if (fillsDisk.length > 0) say('disk-full is left out: only root on Linux can make a disk for it.');
  return lines;
}

/** @param {readonly Fault[]} faults @returns {Record<string, Fault[]>} */
function byWorld(faults) {
  return {
    ofLauncher: faults.filter((fault) => fault.ofLauncher),
    fillsDisk: faults.filter((fault) => fault.fillsDisk),
    others: faults.filter((fault) => !fault.ofLauncher && !fault.fillsDisk),
  };
}

/** @param {import('../e2e/chaos/series.mjs').Line[]} lines @param {MortalStack} stack @param {Settings} settings */
function conclude(lines, stack, { seed }) {
  say(`\n${tableOf(lines)}\n`);
  for (const { fault, broken } of lines) for (const promise of broken) say(`${fault}, ${promise}`);
  const crashes = stack.crashes();
  if (crashes.length > 0) say(`Ended without having been killed: ${crashes.join(', ')}`);
  say(`Seed ${seed}: ${allKept(lines) ? 'everything was kept' : 'NOT everything was kept'}.`);
  if (!allKept(lines)) process.exitCode = 1;
}

/** @param {import('../e2e/chaos/series.mjs').Line[]} lines @param {MortalStack} stack @param {Settings} settings */
function report(lines, stack, { seed, rounds }) {
  return { seed, rounds, lines, crashes: stack.crashes() };
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
    rounds: whole('rounds', values.rounds, 20),
    seed: whole('seed', values.seed, Date.now() % 1_000_000),
    students: whole('students', values.students, 1_000),
    json: values.json,
    built: values.built ?? false,
    faults: FAULTS.filter(({ name }) => values.fault?.includes(name) ?? true),
  };
}

/** @param {string} name @param {string | undefined} given @param {number} fallback */
function whole(name, given, fallback) {
  if (given === undefined) return fallback;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new LauncherError(`--${name}: given "${given}", allowed a whole number from 1`);
}
