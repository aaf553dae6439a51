/** `npm run fuzz -- [--requests N] [--seed N] [--only N,N] [--json FILE] [--built]`: odd requests, made from the OpenAPI document; exits 1 on a 5xx or a stall. */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { runScript } from '../../tools/lib/launcher-error.mjs';
import { wholeNumber } from '../../tools/lib/options.mjs';
import { inRoot } from '../../tools/lib/root.mjs';
import { say, secondsSince } from '../../tools/lib/terminal.mjs';
import { onMortalStack } from '../support/on-mortal-stack.mjs';
import { Hunt } from './hunt.mjs';
import { Requests } from './requests.mjs';
import { Target } from './target.mjs';

const STUDENTS = 200;
const TOLD = 20;

await runScript(async () => {
  const settings = readSettings();
  await onMortalStack('fuzz', settings, async (stack) => {
    const target = await Target.start(stack, STUDENTS);
    const { findings, statuses, slowestMs, slowestLookMs } = await huntIn(target, settings);
    return { well: findings.length === 0, report: { findings, statuses, slowestMs, slowestLookMs } };
  });
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

function readSettings() {
  const text = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({
    options: { requests: text, seed: text, only: text, json: text, built: { type: 'boolean' } },
  });
  return {
    requests: wholeNumber('requests', values.requests, 2_000),
    seed: wholeNumber('seed', values.seed, Date.now() % 1_000_000),
    only: values.only?.split(',').map((number) => wholeNumber('only', number, 1)),
    json: values.json,
    built: values.built ?? false,
  };
}
