/** Keeps one child process alive: when it dies it says so and starts it again, after a pause that grows. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import readline from 'node:readline';
import { LauncherError } from './launcher-error.mjs';
import { LogFile } from './log-file.mjs';
import { eventually } from './ports.mjs';
import { endProcess, identityOf } from './process-identity.mjs';
import { say } from './terminal.mjs';

/**
 * @typedef {object} ChildSpec
 * @property {string} name unique in its data folder, begins with its role: `worker-2`
 * @property {string} title as the user reads it
 * @property {string} command
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {boolean} [onTerminal] its output goes to the terminal too
 * @property {(message: any) => void} [onMessage] hears it over Node's IPC, whose end tells a Node program that the launcher is gone
 *
 * @typedef {{ firstMs: number, longestMs: number, steadyMs: number }} Pauses
 */

/** @type {Pauses} */
const PAUSES = { firstMs: 500, longestMs: 30_000, steadyMs: 60_000 };

export class Supervised {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  child;
  /** Why it ended by itself before it was ready for the first time. @type {string | null} */
  stillborn = null;
  ready = false;
  stopping = false;
  /** @type {NodeJS.Timeout | undefined} */
  restart;
  startedAt = 0;

  /** @param {ChildSpec} spec @param {import('./data-dir.mjs').DataDir} data @param {Pauses} [pauses] */
  constructor(spec, data, pauses = PAUSES) {
    this.spec = spec;
    this.data = data;
    this.pauses = pauses;
    this.pauseMs = pauses.firstMs;
    this.log = new LogFile(data.logFile(spec.name));
  }

  start() {
    const { spec } = this;
    const log = this.log.open();
    this.startedAt = Date.now();
    const output = spec.onTerminal ? 'pipe' : log;
    const child = spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: spec.env ?? process.env,
      // In a group of its own: Ctrl-C reaches the launcher alone, which then stops everything in order.
      detached: true,
      stdio: spec.onMessage ? ['ignore', output, output, 'ipc'] : ['ignore', output, output],
    });
    fs.closeSync(log);
    this.child = child;
    if (child.pid) this.notePid(child.pid);
    if (spec.onMessage) child.on('message', spec.onMessage);
    if (spec.onTerminal) this.showOutput(child);
    child.once('error', (error) => this.ended(error.message));
    child.once('exit', (code, signal) => this.ended(signal ?? `exit code ${code}`, code));
    return this;
  }

  /**
   * Waits until it can be used; a child that gives up before it ever was ready is not started again.
   * @param {() => Promise<boolean>} isReady
   * @param {number} withinMs
   */
  async untilReady(isReady, withinMs) {
    const settled = await eventually(async () => this.stillborn !== null || (await isReady()), withinMs);
    if (this.stillborn !== null)
      throw new LauncherError(`${this.log.tail()}\n\n${this.spec.title} stopped: ${this.stillborn}`);
    if (!settled)
      throw new LauncherError(
        `${this.log.tail()}\n\n${this.spec.title} was not ready after ${withinMs / 1000} s.`,
      );
    this.ready = true;
  }

  /** @param {number} graceMs */
  async stop(graceMs) {
    this.stopping = true;
    clearTimeout(this.restart);
    const running = this.running();
    if (running) await endProcess(running, graceMs);
    this.log.close();
    this.data.processes.remove(this.spec.name);
  }

  kill() {
    const running = this.running();
    if (running) process.kill(-running.pid, 'SIGKILL');
  }

  running() {
    const { pid, exitCode, signalCode } = this.child ?? {};
    if (!pid || exitCode !== null || signalCode !== null) return null;
    const identity = identityOf(pid);
    return identity ? { pid, identity } : null;
  }

  /** For the next launcher, should this one be killed. @param {number} pid */
  notePid(pid) {
    try {
      this.data.processes.write(this.spec.name, pid);
    } catch (error) {
      // On a full disk; no reason to leave the others alone.
      say(`The process of ${this.spec.name} could not be noted: ${error}`);
    }
  }

  /** @param {string} why @param {number | null} [code] */
  ended(why, code) {
    if (this.stopping) return;
    if (!this.ready && code !== null) {
      this.stillborn = why;
      return;
    }
    if (Date.now() - this.startedAt >= this.pauses.steadyMs) this.pauseMs = this.pauses.firstMs;
    say(`\n${this.spec.title} stopped (${why}); its last lines:\n${this.log.tail()}`);
    say(`Starting it again in ${this.pauseMs / 1000} s.`);
    this.restart = setTimeout(() => this.startAgain(), this.pauseMs);
    this.pauseMs = Math.min(this.pauseMs * 2, this.pauses.longestMs);
  }

  /** What is in its way now may be gone by the next try. */
  startAgain() {
    try {
      this.start();
    } catch (error) {
      this.ended(String(error));
    }
  }

  /** @param {import('node:child_process').ChildProcess} child */
  showOutput(child) {
    const log = fs.createWriteStream(this.log.file, { flags: 'a' });
    log.on('error', () => undefined);
    for (const input of [child.stdout, child.stderr]) {
      if (!input) continue;
      readline.createInterface({ input }).on('line', (line) => {
        log.write(`${line}\n`);
        say(`${this.spec.name.padEnd(9)} │ ${line}`);
      });
    }
    child.once('exit', () => log.end());
  }
}
