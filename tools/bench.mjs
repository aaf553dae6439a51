/** `npm run bench [-- --quick] [--students N] [--json FILE]`: the product beside the least and the usual way to do the same work. */
import fs from 'node:fs';
import os from 'node:os';
import { readOptions } from './lib/bench/options.mjs';
import { measureLists, measureProgress } from './lib/bench/pages.mjs';
import { Product } from './lib/bench/product.mjs';
import { FLOOR, PLAIN_BULL, Rival } from './lib/bench/rival.mjs';
import { measureAll } from './lib/bench/rounds.mjs';
import { ratiosOf } from './lib/bench/statistics.mjs';
import { tablesOf } from './lib/bench/table.mjs';
import { World } from './lib/bench/world.mjs';
import { build } from './lib/build.mjs';
import { DataDir } from './lib/data-dir.mjs';
import { stopOnInterrupt } from './lib/interrupts.mjs';
import { runScript } from './lib/launcher-error.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { inRoot } from './lib/root.mjs';
import { Stack } from './lib/stack.mjs';
import { say, secondsSince } from './lib/terminal.mjs';

/** On the disk of the project: where temporary files live in memory, durable commits would cost nothing. */
const FOLDER = inRoot('.data', 'bench');
const LEFTOVERS = ['database', 'database.unfinished', 'queue', 'services.json', 'logs'];
const USUAL = { requests: 100, seconds: 20 };
const QUICK = { requests: 20, seconds: 6 };

/** @typedef {import('./lib/bench/options.mjs').Options} Options */

await runScript(async () => {
  const options = readOptions(process.argv.slice(2));
  const begun = performance.now();
  const data = new DataDir(FOLDER);
  await data.claim();
  process.once('exit', () => fs.rmSync(data.folder, { recursive: true, force: true }));
  // A killed one may have left them.
  for (const name of LEFTOVERS) fs.rmSync(data.path(name), { recursive: true, force: true });
  fs.mkdirSync(data.path('logs'), { recursive: true });
  const stack = new Stack(data);
  const { wasInterrupted } = stopOnInterrupt(stack, 130);
  try {
    await ensurePackages();
    await build();
    const report = await measureEverything(stack, options);
    await stack.stop();
    say(`\n${tablesOf(report)}`);
    say(`\n${inWords(report.machine)} It took ${secondsSince(begun)}.`);
    if (options.json) fs.writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    if (wasInterrupted()) return;
    await stack.stop();
    throw error;
  }
});

/** @param {Stack} stack @param {Options} options */
async function measureEverything(stack, options) {
  const loadBefore = os.loadavg();
  const students = Math.max(...options.students, ...options.listRows);
  const world = await World.start(stack, { students, concurrency: options.concurrency });
  try {
    const product = await Product.start(world);
    await world.tables.keepRoster();
    const contenders = [product, await Rival.start(world, FLOOR), await Rival.start(world, PLAIN_BULL)];
    const rows = await measureAll(world, contenders, options);
    const pages = await measurePages(world, product, options);
    return { rows, ratios: ratiosOf(rows), ...pages, machine: machine(loadBefore) };
  } finally {
    await world.close();
  }
}

/** @param {World} world @param {Product} product @param {Options} options */
async function measurePages(world, product, { quick, students, listRows }) {
  const { requests, seconds } = quick ? QUICK : USUAL;
  await world.tables.reset(product.schema, Math.min(...students));
  await world.upstream.prepare(0);
  await product.run();
  await world.tables.keepFetched();
  const lists = [];
  for (const rows of listRows) {
    say(`  lists of ${rows} students`);
    lists.push(...(await measureLists(world, product, { rows, requests })));
  }
  say('  progress under many pollers');
  const rows = Math.max(...listRows);
  return { lists, progress: await measureProgress(world, product, { rows, seconds }) };
}

/** @param {number[]} loadBefore */
function machine(loadBefore) {
  const [cpu] = os.cpus();
  const load = [loadBefore, os.loadavg()].map(([minute = 0]) => Number(minute.toFixed(1)));
  return {
    cores: os.cpus().length,
    cpu: cpu?.model.trim() ?? '',
    system: process.platform,
    node: process.version,
    load,
  };
}

/** @param {ReturnType<typeof machine>} machine */
function inWords({ cores, cpu, node, system, load: [before, after] }) {
  const cpuKnown = system === 'linux' ? '' : ' CPU and memory of processes are known on Linux only.';
  return `${cores} cores (${cpu}), Node.js ${node}, load ${before} before and ${after} after.${cpuKnown}`;
}
