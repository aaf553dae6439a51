/** All children of one launcher, and the order in which they stop. */
import { STOP_ORDER } from './process-files.mjs';
import { stopRunning } from './run.mjs';
import { Supervised } from './supervisor.mjs';

const GRACE_MS = 12_000;

/** @typedef {import('./supervisor.mjs').ChildSpec} ChildSpec */

export class Stack {
  /** @type {Supervised[]} */
  children = [];
  graceMs = GRACE_MS;

  /** @param {import('./data-dir.mjs').DataDir} data */
  constructor(data) {
    this.data = data;
  }

  /** @param {ChildSpec} spec */
  start(spec) {
    const child = new Supervised(spec, this.data);
    this.children.push(child);
    return child.start();
  }

  /** First those who ask, then those who answer; the next begin to stop when the ones before have ended. */
  async stop() {
    stopRunning();
    for (const role of STOP_ORDER) {
      const group = this.children.filter((child) => child.spec.name.split('-')[0] === role);
      await Promise.all(group.map((child) => child.stop(this.graceMs)));
    }
    this.data.processes.release();
  }

  /** Whoever still has not stopped is killed. */
  hurry() {
    this.graceMs = 0;
    for (const child of this.children) child.kill();
  }
}
