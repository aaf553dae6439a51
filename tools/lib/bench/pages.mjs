/** How long the pages wait for their lists, idle and while a run goes on. */
import { setTimeout as pause } from 'node:timers/promises';
import { percentile, rounded } from './statistics.mjs';

const LATENCY_MS = 50;
const WARM_UP = 3;
const COUNTED_MS = 1_000;

/** @typedef {import('./world.mjs').World} World @typedef {import('./product.mjs').Product} Product */
/** @typedef {{ rows: number, during: 'idle' | 'run', what: string, p50Ms: number, p95Ms: number, requests: number }} ListTimes */

/** @param {World} world @param {Product} product @param {{ rows: number, requests: number }} options @returns {Promise<ListTimes[]>} */
export async function measureLists(world, product, { rows, requests }) {
  await world.tables.fill(rows, () => lookAtSums(product));
  const addresses = await listAddresses(world);
  for (let n = 0; n < WARM_UP; n += 1)
    for (const of of Object.values(addresses)) await product.http.get(of(n));
  const idle = await timesOf(product, addresses, requests, async () => true);
  await world.upstream.prepare(LATENCY_MS);
  await product.begin();
  const busy = await timesOf(product, addresses, requests, async () => (await product.progress()).isRunning);
  await product.cancel();
  return [...told(rows, 'idle', idle), ...told(rows, 'run', busy)];
}

/** Who reads the sums has them counted without a pause. @param {Product} product */
export async function lookAtSums({ http }) {
  await http.get('/admin/lembaga');
  await pause(COUNTED_MS);
}

/** @param {World} world @returns {Promise<Record<string, (n: number) => string>>} */
async function listAddresses(world) {
  const names = await world.tables.query(
    `SELECT nama, phone FROM ${world.tables.product}.siswa WHERE phone IS NOT NULL ORDER BY idperson LIMIT 20`,
  );
  const word = (/** @type {number} */ n) =>
    encodeURIComponent(names[n % names.length].nama.split(' ').at(n % 2 ? -1 : 0));
  return {
    siswa: () => '/admin/siswa',
    'siswa, search by name': (n) => `/admin/siswa?search=${word(n)}`,
    'siswa, search by telephone': (n) => `/admin/siswa?search=${names[n % names.length].phone}`,
    lembaga: () => '/admin/lembaga',
    dashboard: () => '/admin',
  };
}

/** One after the other, as one person would. @param {Product} product @param {Record<string, (n: number) => string>} addresses @param {number} requests @param {() => Promise<boolean>} goesOn */
async function timesOf({ http }, addresses, requests, goesOn) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(addresses).map((what) => [what, []]));
  for (let n = 0; n < requests && (await goesOn()); n += 1)
    for (const [what, of] of Object.entries(addresses)) times[what]?.push(await http.timeOf(of(n)));
  return times;
}

/** @param {number} rows @param {'idle' | 'run'} during @param {Record<string, number[]>} times @returns {ListTimes[]} */
const told = (rows, during, times) =>
  Object.entries(times).map(([what, each]) => {
    const p = (/** @type {number} */ share) => rounded(percentile(each, share), 1);
    return { rows, during, what, p50Ms: p(0.5), p95Ms: p(0.95), requests: each.length };
  });
