/** Tells whether a process id still means the process that it once meant, and ends processes surely. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { eventually } from './ports.mjs';

/** @typedef {{ pid: number, identity: string }} KnownProcess */

/**
 * A pid comes back after a while, but not with the same start time: that is its identity; null where it does not run.
 * @param {number} pid
 */
export function identityOf(pid) {
  try {
    return process.platform === 'linux' ? linuxIdentity(pid) : startedAt(pid);
  } catch {
    return null;
  }
}

/** @param {number} pid */
function linuxIdentity(pid) {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces; after it come the state (Z: dead, not yet buried) and, as 20th, the start time.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return null;
  return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
}

/** @param {number} pid */
function startedAt(pid) {
  const answer = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return answer.trim() || null;
}

/** @param {KnownProcess} known */
export const isAlive = ({ pid, identity }) => identity !== null && identityOf(pid) === identity;

/**
 * Asks a process to end, and makes it end when it does not in time.
 * @param {KnownProcess} known
 * @param {number} graceMs
 */
export async function endProcess(known, graceMs) {
  if (!isAlive(known)) return;
  signal(known.pid, 'SIGTERM');
  if (await eventually(async () => !isAlive(known), graceMs, 20)) return;
  // Our children lead groups of their own; what they started goes with them.
  signal(-known.pid, 'SIGKILL');
  await eventually(async () => !isAlive(known), graceMs, 20);
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in this moment.
  }
}
