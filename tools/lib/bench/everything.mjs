/** Everything that `npm run bench` measures; loaded when its packages are there. */
import os from 'node:os';
import { say } from '../terminal.mjs';
import { lookAtSums, measureLists } from './pages.mjs';
import { measureProgress } from './pollers.mjs';
import { Product } from './product.mjs';
import { FLOOR, PLAIN_BULL, Rival } from './rival.mjs';
import { measureAll } from './rounds.mjs';
import { measureStarts } from './starts.mjs';
import { ratiosOf } from './statistics.mjs';
import { World } from './world.mjs';

const USUAL = { requests: 100, seconds: 20 };
/** What lists are filled with is fetched for so many at most. */
const FETCHED = 2_000;
/** Of so many, a run that was cancelled after a minute has left nearly all as they were filled, which takes long. */
const HARDLY_TOUCHED = 500_000;
const QUICK = { requests: 20, seconds: 4 };

/** @typedef {import('../stack.mjs').Stack} Stack @typedef {import('./options.mjs').Options} Options */

/** @param {Stack} stack @param {Options} options */
export async function measureEverything(stack, options) {
  const loadBefore = os.loadavg();
  const students = Math.max(...options.students, ...options.listRows);
  const world = await World.start(stack, { students, concurrency: options.concurrency });
  try {
    const product = await Product.start(world);
    say('  starting and stopping');
    const starts = await measureStarts(product);
    await world.tables.keepRoster();
    const contenders = [product, await Rival.start(world, FLOOR), await Rival.start(world, PLAIN_BULL)];
    const rows = await measureAll(world, contenders, options);
    const pages = await measurePages(world, product, options);
    return {
      starts,
      roster: product.roster,
      rows,
      ratios: ratiosOf(rows),
      ...pages,
      machine: machine(loadBefore),
    };
  } finally {
    await world.close();
  }
}

/** @param {World} world @param {Product} product @param {Options} options */
async function measurePages(world, product, { quick, students, listRows }) {
  const { requests, seconds } = quick ? QUICK : USUAL;
  await world.tables.reset(product.schema, Math.min(FETCHED, ...students));
  await world.upstream.prepare(0);
  await product.run();
  await world.tables.keepFetched();
  const lists = [];
  for (const rows of listRows) {
    say(`  lists of ${rows} students`);
    lists.push(...(await measureLists(world, product, { rows, requests })));
  }
  say('  progress under many pollers');
  const most = Math.max(...listRows);
  if (most < HARDLY_TOUCHED) await world.tables.fill(most, () => lookAtSums(product));
  return { lists, progress: await measureProgress(world, product, seconds) };
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
