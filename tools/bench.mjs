/** `npm run bench [-- --quick] [--students N] [--json FILE]`: the product beside the least and the usual way to do the same work. */
import fs from 'node:fs';
import { readOptions } from './lib/bench/options.mjs';
import { tablesOf } from './lib/bench/table.mjs';
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

/** @typedef {Awaited<ReturnType<typeof import('./lib/bench/everything.mjs').measureEverything>>} Report */

await runScript(async () => {
  const options = readOptions(process.argv.slice(2));
  const begun = performance.now();
  const data = new DataDir(FOLDER);
  await data.processes.claim();
  process.once('exit', () => fs.rmSync(data.folder, { recursive: true, force: true }));
  // A killed one may have left them.
  for (const name of LEFTOVERS) fs.rmSync(data.path(name), { recursive: true, force: true });
  fs.mkdirSync(data.path('logs'), { recursive: true });
  const stack = new Stack(data);
  const { wasInterrupted } = stopOnInterrupt(stack, 130);
  try {
    await ensurePackages();
    await build();
    const { measureEverything } = await import('./lib/bench/everything.mjs');
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

/** @param {Report['machine']} machine */
function inWords({ cores, cpu, node, system, load: [before, after] }) {
  const cpuKnown = system === 'linux' ? '' : ' CPU and memory of processes are known on Linux only.';
  return `${cores} cores (${cpu}), Node.js ${node}, load ${before} before and ${after} after.${cpuKnown}`;
}
