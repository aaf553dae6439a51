/** The private data folder: logs, passwords and ports, and who uses it just now. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { codeOf, createWhole, writeWhole } from './files.mjs';
import { LauncherError } from './launcher-error.mjs';
import { endProcess, identityOf, isAlive } from './process-identity.mjs';
import { say } from './terminal.mjs';

const LONGEST_SOCKET_PATH = 100;
const ORPHAN_GRACE_MS = 12_000;
const OWNER = 'launcher';

/** The order in which what runs here is stopped: those who ask before those who answer. */
export const STOP_ORDER = ['web', 'api', 'worker', 'simulator', 'queue', 'database'];

/** @typedef {import('./process-identity.mjs').KnownProcess} KnownProcess */
/** @typedef {{ database?: { kind: string, port: number, password: string, logMb?: number }, queue?: { port: number, password: string }, simulatorPort?: number, services?: { database: string, queue: string }, adminEmail?: string }} Remembered */

export class DataDir {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    for (const name of ['', 'logs', 'run', 'temporary'])
      fs.mkdirSync(path.join(folder, name), { recursive: true, mode: 0o700 });
  }

  /** @param {string[]} parts */
  path(...parts) {
    return path.join(this.folder, ...parts);
  }

  /** A file that only its owner may read. @param {string} name @param {string} content */
  writeSecret(name, content) {
    writeWhole(this.path(name), content, 0o600);
    return this.path(name);
  }

  /** What was chosen at the first start and must stay: ports, passwords, sizes. @returns {Remembered} */
  recall() {
    const file = this.path('services.json');
    if (!fs.existsSync(file)) return {};
    try {
      return JSON.parse(fs.readFileSync(file, 'utf8'));
    } catch (error) {
      if (codeOf(error)) throw error;
      // The data do not depend on it: ports and passwords are chosen anew.
      fs.renameSync(file, `${file}.unreadable`);
      say(`${file} could not be read and is now ${file}.unreadable; ports and passwords are chosen anew.`);
      return {};
    }
  }

  /** @param {Remembered} news */
  remember(news) {
    this.writeSecret('services.json', JSON.stringify({ ...this.recall(), ...news }, null, 2));
  }

  newPassword() {
    return randomBytes(18).toString('base64url');
  }

  /** Opens what is secret in the database; made once, since no other key does. */
  secretsKey() {
    const file = this.path('secrets.key');
    if (!fs.existsSync(file)) createWhole(file, `${randomBytes(32).toString('base64')}\n`, 0o600);
    return fs.readFileSync(file, 'utf8').trim();
  }

  /** Sockets have short names only; a deep folder cannot hold one. @param {string} name */
  socket(name) {
    const inside = this.path('run', name);
    if (inside.length <= LONGEST_SOCKET_PATH) return inside;
    return path.join(os.tmpdir(), `bantubayar-${process.pid}-${name}`);
  }

  /** @param {string} name */
  logFile(name) {
    return this.path('logs', `${name}.log`);
  }

  /** @param {string} name @param {number} pid */
  writePid(name, pid) {
    writeWhole(this.pidFile(name), this.pidText(pid), 0o600);
  }

  /** @param {number} pid */
  pidText(pid) {
    return JSON.stringify({ pid, identity: identityOf(pid) });
  }

  /** @param {string} name */
  removePid(name) {
    fs.rmSync(this.pidFile(name), { force: true });
  }

  /** Makes this process the folder's only launcher, and ends what a killed one left running; tells their names. */
  async claim() {
    // Of two launchers in the same instant one is refused: the file is made whole, or not at all.
    while (!createWhole(this.pidFile(OWNER), this.pidText(process.pid), 0o600)) {
      const owner = this.readPid(OWNER);
      if (owner && isAlive(owner))
        throw new LauncherError(
          `Bantubayar already runs on ${this.folder} (process ${owner.pid}). Stop it first, or choose another DATA_DIR and PORT.`,
        );
      this.removeStaleOwner();
    }
    return this.stopOrphans();
  }

  /** Taken aside and looked at again, since another launcher may have put its own there in this moment. */
  removeStaleOwner() {
    const aside = `${this.pidFile(OWNER)}.${process.pid}.stale`;
    try {
      fs.renameSync(this.pidFile(OWNER), aside);
      const taken = this.readPidFile(aside);
      if (taken && isAlive(taken)) fs.linkSync(aside, this.pidFile(OWNER));
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(aside, { force: true });
    }
  }

  release() {
    this.removePid(OWNER);
  }

  async stopOrphans() {
    const names = fs
      .readdirSync(this.path('run'))
      .flatMap((file) => (file.endsWith('.pid') ? [file.slice(0, -4)] : []));
    const stopped = [];
    for (const role of STOP_ORDER) {
      for (const name of names.filter((each) => each.split('-')[0] === role)) {
        const orphan = this.readPid(name);
        if (orphan && isAlive(orphan)) {
          await endProcess(orphan, ORPHAN_GRACE_MS);
          stopped.push(name);
        }
        this.removePid(name);
      }
    }
    return stopped;
  }

  /** @param {string} name */
  pidFile(name) {
    return this.path('run', `${name}.pid`);
  }

  /** @param {string} name */
  readPid(name) {
    return this.readPidFile(this.pidFile(name));
  }

  /** null where there is none, or what is there says nothing. @param {string} file @returns {KnownProcess | null} */
  readPidFile(file) {
    try {
      const { pid, identity } = JSON.parse(fs.readFileSync(file, 'utf8'));
      return Number.isInteger(pid) && typeof identity === 'string' ? { pid, identity } : null;
    } catch {
      return null;
    }
  }
}
