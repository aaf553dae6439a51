/** `npm run fuzz -- [--requests N] [--seed N] [--only N,N] [--json FILE] [--built]`: odd requests, made from the OpenAPI document; exits 1 on a 5xx or a stall. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MortalStack } from '../e2e/chaos/mortal-stack.mjs';
import { Hunt } from '../e2e/fuzz/hunt.mjs';
import { Requests } from '../e2e/fuzz/requests.mjs';
import { Target } from '../e2e/fuzz/target.mjs';
import { build } from './lib/build.mjs';
import { DataDir } from './lib/data-dir.mjs';
import { stopOnInterrupt } from './lib/interrupts.mjs';
import { LauncherError, runScript } from './lib/launcher-error.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { inRoot } from './lib/root.mjs';
import { say, secondsSince } from './lib/terminal.mjs';

// The tests' own prefix: the next `npm test` also ends and removes what a killed one left.
const FOLDER_PREFIX = path.join(os.tmpdir(), 'bantubayar-test-fuzz-');
const STUDENTS = 200;
const TOLD = 20;

await runScript(async () => {
  const settings = readSettings();
  const data = new DataDir(fs.mkdtempSync(FOLDER_PREFIX));
  await data.claim();
  const stack = new MortalStack(data);
  const { wasInterrupted } = stopOnInterrupt(stack, 130);
  try {
    await ensurePackages();
    if (!settings.built) await build();
    const target = await Target.start(stack, STUDENTS);
    const hunt = await huntIn(target, settings);
    await stack.stop();
    if (settings.json) fs.writeFileSync(settings.json, `${JSON.stringify(report(hunt), null, 2)}\n`);
    if (hunt.findings.length === 0) fs.rmSync(data.folder, { recursive: true, force: true });
    else {
      say(`The logs are in ${data.path('logs')}.`);
      process.exitCode = 1;
    }
  } catch (error) {
    if (wasInterrupted()) return;
    await stack.stop();
    say(`The logs are in ${data.path('logs')}.`);
    throw error;
  }
});

/** @param {Target} target @param {ReturnType<typeof readSettings>} settings */
async function huntIn(target, { requests, seed, only }) {
  const document = JSON.parse(fs.readFileSync(inRoot('apps/api/openapi.json'), 'utf8'));
  const maker = new Requests(document, seed, await target.ids());
  const hunt = new Hunt(target, (number) => maker.make(number));
  const numbers = only ?? Array.from({ length: requests }, (_, n) => n + 1);
  const begun = performance.now();
  await hunt.run(numbers);
  const { findings, statuses, slowestMs, slowestLookMs } = hunt;
  for (const { what, numbers: which, request, answer } of findings.slice(0, TOLD)) {
    say(`\n✗ ${what}: ${request}\n    ${answer}`);
    say(`    again: npm run fuzz -- --seed ${seed} --only ${which}`);
  }
  if (findings.length > TOLD) say(`\n… and ${findings.length - TOLD} more.`);
  const counts = Object.entries(statuses).map(
    ([status, n]) => `${status === '0' ? 'cut off' : status}: ${n}`,
  );
  say(`\n${numbers.length} requests in ${secondsSince(begun)}, seed ${seed}. ${counts.join(', ')}.`);
  say(
    `Slowest answer ${Math.round(slowestMs)} ms, slowest /health/live ${Math.round(slowestLookMs)} ms, ${findings.length} findings.`,
  );
  return hunt;
}

/** @param {Hunt} hunt */
function report({ findings, statuses, slowestMs, slowestLookMs }) {
  return { findings, statuses, slowestMs, slowestLookMs };
}

function readSettings() {
  const text = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({
    options: { requests: text, seed: text, only: text, json: text, built: { type: 'boolean' } },
  });
  return {
    requests: whole('requests', values.requests, 2_000),
    seed: whole('seed', values.seed, Date.now() % 1_000_000),
    only: values.only?.split(',').map((number) => whole('only', number, 1)),
    json: values.json,
    built: values.built ?? false,
  };
}

/** @param {string} name @param {string | undefined} given @param {number} fallback */
function whole(name, given, fallback) {
  if (given === undefined) return fallback;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new LauncherError(`--${name}: given "${given}", allowed a whole number from 1`);
}
