/** Where faults are done: each kind of world on a stack of its own, begun when its first fault is. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataDir } from '../../tools/lib/data-dir.mjs';
import { MortalStack } from '../support/mortal-stack.mjs';
import { galeraMissing } from './galera.mjs';
import { GaleraWorld } from './galera-world.mjs';
import { hostMissing } from './host.mjs';
import { HostsWorld } from './hosts-world.mjs';
import { LauncherWorld } from './launcher-world.mjs';
import { ClusterWorld, SentinelWorld } from './queue-world.mjs';
import { diskMissing, stackOnSmallDisk } from './small-disk.mjs';
import { World } from './world.mjs';

/**
 * @typedef {object} Kind
 * @property {{ start: typeof World.start }} World
 * @property {() => Promise<MortalStack>} [stack] one of its own
 * @property {() => string | null} [missing] what it takes that is not here
 */

/** @type {Record<'plain' | 'launcher' | 'small-disk' | 'sentinels' | 'redis-cluster' | 'galera' | 'hosts', Kind>} */
export const WORLDS = {
  plain: { World },
  launcher: { World: LauncherWorld },
  'small-disk': { World, stack: stackOnSmallDisk, missing: diskMissing },
  sentinels: { World: SentinelWorld, stack: () => anotherStack('sentinels') },
  'redis-cluster': { World: ClusterWorld, stack: () => anotherStack('redis-cluster') },
  hosts: { World: HostsWorld, stack: () => anotherStack('hosts'), missing: hostMissing },
  galera: { World: GaleraWorld, stack: () => anotherStack('galera'), missing: galeraMissing },
};

/** @param {string} name */
async function anotherStack(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `bantubayar-test-chaos-${name}-`));
  process.once('exit', () => process.exitCode || fs.rmSync(folder, { recursive: true, force: true }));
  const data = new DataDir(folder);
  await data.processes.claim();
  return new MortalStack(data);
}
