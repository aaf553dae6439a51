/** Who uses a data folder just now: one launcher, and the processes that it started, each with a file of its own. */
import fs from 'node:fs';
import path from 'node:path';
import { codeOf, createWhole, writeWhole } from './files.mjs';
import { LauncherError } from './launcher-error.mjs';
import { endProcess, identityOf, isAlive } from './process-identity.mjs';

const ORPHAN_GRACE_MS = 12_000;
const OWNER = 'launcher';

/** The order in which what runs here is stopped: those who ask before those who answer. */
export const STOP_ORDER = ['web', 'api', 'worker', 'simulator', 'queue', 'database'];

/** @typedef {import('./process-identity.mjs').KnownProcess} KnownProcess */

export class ProcessFiles {
  /** @param {string} dataFolder */
  constructor(dataFolder) {
    this.dataFolder = dataFolder;
    this.folder = path.join(dataFolder, 'run');
  }

  /** Makes this process the folder's only launcher, and ends what a killed one left running; tells their names. */
  async claim() {
    // Of two launchers in the same instant one is refused: the file is made whole, or not at all.
    while (!createWhole(this.file(OWNER), content(process.pid), 0o600)) {
      const owner = this.owner();
      if (owner && isAlive(owner))
        throw new LauncherError(
          `Bantubayar already runs on ${this.dataFolder} (process ${owner.pid}). Stop it first, or choose another DATA_DIR and PORT.`,
        );
      this.removeStaleOwner();
    }
    return this.stopOrphans();
  }

  release() {
    this.remove(OWNER);
  }

  /** The launcher that claimed the folder last, alive or not. */
  owner() {
    return read(this.file(OWNER));
  }

  /** @param {string} name @param {number} pid */
  write(name, pid) {
    writeWhole(this.file(name), content(pid), 0o600);
  }

  /** @param {string} name */
  remove(name) {
    fs.rmSync(this.file(name), { force: true });
  }

  /** @param {string} name */
  file(name) {
    return path.join(this.folder, `${name}.pid`);
  }

  /** Taken aside and looked at again, since another launcher may have put its own there in this moment. */
  removeStaleOwner() {
    const aside = `${this.file(OWNER)}.${process.pid}.stale`;
    try {
      fs.renameSync(this.file(OWNER), aside);
      const taken = read(aside);
      if (taken && isAlive(taken)) fs.linkSync(aside, this.file(OWNER));
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(aside, { force: true });
    }
  }

  async stopOrphans() {
    const names = fs
      .readdirSync(this.folder)
      .flatMap((file) => (file.endsWith('.pid') ? [file.slice(0, -4)] : []));
    const stopped = [];
    for (const role of STOP_ORDER) {
      for (const name of names.filter((each) => each.split('-')[0] === role)) {
        const orphan = read(this.file(name));
        if (orphan && isAlive(orphan)) {
          await endProcess(orphan, ORPHAN_GRACE_MS);
          stopped.push(name);
        }
        this.remove(name);
      }
    }
    return stopped;
  }
}

/** @param {number} pid */
const content = (pid) => JSON.stringify({ pid, identity: identityOf(pid) });

/** null where there is none, or what is there says nothing. @param {string} file @returns {KnownProcess | null} */
function read(file) {
  try {
    const { pid, identity } = JSON.parse(fs.readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && typeof identity === 'string' ? { pid, identity } : null;
  } catch {
    return null;
  }
}
