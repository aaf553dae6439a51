/** The log of one child: the child writes to it itself; the launcher keeps it small, and reads its last lines. */
import fs from 'node:fs';
import { lastLines } from './run.mjs';

const LONGEST = 5 * 1024 * 1024;
const OLDER_KEPT = 2;
const LOOK_EVERY_MS = 1_000;
const LAST_BYTES = 64 * 1024;
const SHOWN_LINES = 6;
const SHOWN_COLUMNS = 400;

export class LogFile {
  /** Where the present child began to write. */
  start = 0;
  /** @type {NodeJS.Timeout | undefined} */
  timer;

  /** @param {string} file */
  constructor(file) {
    this.file = file;
  }

  /** For a child that is about to start. */
  open() {
    this.rotateWhenLong();
    // Every write goes to the end, wherever that is after a rotation.
    const fd = fs.openSync(this.file, 'a', 0o600);
    this.start = fs.fstatSync(fd).size;
    this.timer ??= setInterval(() => this.rotateWhenLong(), LOOK_EVERY_MS).unref();
    return fd;
  }

  close() {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** What is written stays in older files, and the child goes on in the same one, emptied. */
  rotateWhenLong() {
    try {
      if (fs.statSync(this.file).size <= LONGEST) return;
    } catch {
      return;
    }
    this.keep();
    fs.truncateSync(this.file);
    this.start = 0;
  }

  /** On a full disk the older ones make room, and nothing is kept. */
  keep() {
    const older = Array.from({ length: OLDER_KEPT }, (_, n) => `${this.file}.${n + 1}`);
    try {
      for (let n = OLDER_KEPT - 1; n > 0; n--) {
        const [from, to] = [older[n - 1], older[n]];
        if (from && to && fs.existsSync(from)) fs.renameSync(from, to);
      }
      if (older[0]) fs.copyFileSync(this.file, older[0]);
    } catch {
      for (const file of older) fs.rmSync(file, { force: true });
    }
  }

  /** The last lines that the present child wrote. */
  tail() {
    const lines = lastLines(this.lastBytes(), SHOWN_LINES).split('\n');
    // Plain words at the end are for the user; what the log of a program says before them is not.
    const isPlain = (/** @type {string} */ line) => !line.startsWith('{');
    return (lines.slice(-1).some(isPlain) ? lines.filter(isPlain) : lines)
      .map((line) => `    ${line.slice(0, SHOWN_COLUMNS)}`)
      .join('\n');
  }

  lastBytes() {
    if (!fs.existsSync(this.file)) return '';
    const fd = fs.openSync(this.file, 'r');
    try {
      const { size } = fs.fstatSync(fd);
      const from = Math.max(this.start, size - LAST_BYTES);
      const bytes = Buffer.alloc(Math.max(0, size - from));
      fs.readSync(fd, bytes, 0, bytes.length, from);
      return bytes.toString();
    } finally {
      fs.closeSync(fd);
    }
  }
}
