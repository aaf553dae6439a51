/** What processes take of the machine; known on Linux only, null elsewhere. */
import fs from 'node:fs';

/** The kernel tells times in hundredths of a second, whatever its own clock. */
const TICKS_A_SECOND = 100;
const BYTES_A_MB = 1024 * 1024;

/** Seconds of CPU so far, of all of them together. @param {readonly number[]} pids */
export function cpuSeconds(pids) {
  if (process.platform !== 'linux') return null;
  return (
    pids.reduce((sum, pid) => sum + cpuTicks(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')), 0) /
    TICKS_A_SECOND
  );
}

/** Of a line of /proc: after the name in brackets, which may hold anything, user and system time are 12th and 13th. @param {string} stat */
export function cpuTicks(stat) {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

/** What it holds in memory now. @param {number} pid */
export const residentMb = (pid) => memoryMb(pid, /^VmRSS:\s+(\d+) kB$/m);

/** The most that it has ever held. @param {number} pid */
export const mostResidentMb = (pid) => memoryMb(pid, /^VmHWM:\s+(\d+) kB$/m);

/** @param {number} pid @param {RegExp} line */
function memoryMb(pid, line) {
  if (process.platform !== 'linux') return null;
  const [, kilobytes] = line.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kilobytes) * 1024) / BYTES_A_MB;
}

/** Of Redis' own answer to INFO memory. @param {string} info */
export const redisMb = (info) => Number(/^used_memory:(\d+)/m.exec(info)?.[1]) / BYTES_A_MB;
