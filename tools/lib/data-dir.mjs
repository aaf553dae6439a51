/** The private data folder: logs, passwords and ports. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { codeOf, createWhole, writeWhole } from './files.mjs';
import { ProcessFiles } from './process-files.mjs';
import { say } from './terminal.mjs';

const LONGEST_SOCKET_PATH = 100;

/** @typedef {{ database?: { kind: string, port: number, password: string, logMb?: number }, queue?: { port: number, password: string }, simulatorPort?: number, services?: { database: string, queue: string }, adminEmail?: string }} Remembered */

export class DataDir {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.processes = new ProcessFiles(folder);
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
}
