/** A disk in memory that is small enough to be filled, for a stack of its own; only root can make one. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataDir } from '../../tools/lib/data-dir.mjs';
import { MortalStack } from '../support/mortal-stack.mjs';

// Not the tests' prefix: what is mounted cannot be removed like a folder.
const PREFIX = path.join(os.tmpdir(), 'bantubayar-small-disk-');
const SIZE_MB = 400;

/** What is missing to make one; null where nothing is. */
export const diskMissing = () =>
  process.platform === 'linux' && process.getuid?.() === 0
    ? null
    : 'root on Linux, who can make a disk for it';

/** Its disk is gone with this process. */
export async function stackOnSmallDisk() {
  const folder = fs.mkdtempSync(PREFIX);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder]);
  process.once('exit', () => {
    execFileSync('umount', ['--lazy', folder]);
    fs.rmdirSync(folder);
  });
  const data = new DataDir(folder);
  await data.processes.claim();
  return new MortalStack(data);
}
