/** The frame of the tools that break things: servers of their own, which go again with all they wrote unless something was found. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from '../../tools/lib/build.mjs';
import { DataDir } from '../../tools/lib/data-dir.mjs';
import { stopOnInterrupt } from '../../tools/lib/interrupts.mjs';
import { ensurePackages } from '../../tools/lib/packages.mjs';
import { say } from '../../tools/lib/terminal.mjs';
import { MortalStack } from './mortal-stack.mjs';

/**
 * Does `work` on a stack of its own; what it answers says whether all was well.
 * @param {string} name
 * @param {{ built: boolean, json?: string }} settings `built`: the build is there already; `json`: where the report goes
 * @param {(stack: MortalStack) => Promise<{ well: boolean, report: object }>} work
 */
export async function onMortalStack(name, { built, json }, work) {
  // The tests' own prefix: the next `npm test` also ends and removes what a killed one left.
  const data = new DataDir(fs.mkdtempSync(path.join(os.tmpdir(), `bantubayar-test-${name}-`)));
  await data.processes.claim();
  const stack = new MortalStack(data);
  const { wasInterrupted } = stopOnInterrupt(stack, 130);
  const sayLogs = () => say(`The logs are in ${data.path('logs')}.`);
  try {
    await ensurePackages();
    if (!built) await build();
    const { well, report } = await work(stack);
    await stack.stop();
    if (json) fs.writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
    if (well) return fs.rmSync(data.folder, { recursive: true, force: true });
    process.exitCode = 1;
    sayLogs();
  } catch (error) {
    if (wasInterrupted()) return;
    await stack.stop();
    sayLogs();
    throw error;
  }
}
