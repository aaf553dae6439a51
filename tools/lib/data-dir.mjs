/** The private data folder: logs, passwords and ports, and who uses it just now. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LauncherError } from './launcher-error.mjs';
import { endProcess, identityOf, isAlive } from './process-identity.mjs';

const LONGEST_SOCKET_PATH = 100;
const LONGEST_LOG = 5 * 1024 * 1024;
const ORPHAN_GRACE_MS = 12_000;
const OWNER = 'launcher';

/** The order in which what runs here is stopped: those who ask before those who answer. */
export const STOP_ORDER = ['web', 'api', 'worker', 'simulator', 'queue', 'database'];

/** @typedef {import('./process-identity.mjs').KnownProcess} KnownProcess */
/** @typedef {{ database?: { kind: string, port: number, password: string }, queue?: { port: number, password: string }, simulatorPort?: number, services?: { database: string, queue: string }, adminEmail?: string }} Remembered */

export class DataDir {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    for (const name of ['', 'logs', 'run'])
      fs.mkdirSync(path.join(folder, name), { recursive: true, mode: 0o700 });
  }

  /** @param {string[]} parts */
  path(...parts) {
    return path.join(this.folder, ...parts);
  }

  /** A file that only its owner may read. @param {string} name @param {string} content */
  writeSecret(name, content) {
    fs.writeFileSync(this.path(name), content, { mode: 0o600 });
    return this.path(name);
  }

  /** What was chosen at the first start and must stay: ports and passwords. @returns {Remembered} */
  recall() {
    const file = this.path('services.json');
    return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  }

  /** @param {Remembered} news */
  remember(news) {
    this.writeSecret('services.json', JSON.stringify({ ...this.recall(), ...news }, null, 2));
  }

  newPassword() {
    return randomBytes(18).toString('base64url');
  }

  /** Sockets have short names only; a deep folder cannot hold one. @param {string} name */
  socket(name) {
    const inside = this.path('run', name);
    if (inside.length <= LONGEST_SOCKET_PATH) return inside;
    return path.join(os.tmpdir(), `bantubayar-${process.pid}-${name}`);
  }

  /** @param {string} name */
  logFile(name) {
    const file = this.path('logs', `${name}.log`);
    if (fs.existsSync(file) && fs.statSync(file).size > LONGEST_LOG) fs.truncateSync(file);
    return file;
  }

  /** @param {string} name @param {number} pid @param {string} [flag] */
  writePid(name, pid, flag = 'w') {
    fs.writeFileSync(this.pidFile(name), JSON.stringify({ pid, identity: identityOf(pid) }), { flag });
  }

  /** @param {string} name */
  removePid(name) {
    fs.rmSync(this.pidFile(name), { force: true });
  }

  /** Makes this process the folder's only launcher, and ends what a killed one left running; tells their names. */
  async claim() {
    const owner = this.readPid(OWNER);
    if (owner && !isAlive(owner)) this.removePid(OWNER);
    try {
      // 'wx' fails where the file exists: of two launchers in the same instant one is refused.
      this.writePid(OWNER, process.pid, 'wx');
    } catch {
      throw new LauncherError(
        `Bantubayar already runs on ${this.folder} (process ${owner?.pid}). Stop it first, or choose another DATA_DIR and PORT.`,
      );
    }
    return this.stopOrphans();
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

  /** @param {string} name @returns {KnownProcess | null} */
  readPid(name) {
    try {
      return JSON.parse(fs.readFileSync(this.pidFile(name), 'utf8'));
    } catch {
      return null;
    }
  }
}
