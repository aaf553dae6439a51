/** The launcher's children, in a world where they are killed on purpose and come back when they are told to. */
import { once } from 'node:events';
import { Stack } from '../../tools/lib/stack.mjs';
import { Supervised } from '../../tools/lib/supervisor.mjs';

/** A whole `npm start` of its own is stopped before what it uses. */
export const LAUNCHER = 'npm-start';

export class Mortal extends Supervised {
  downMs = 500;
  wanted = false;
  crashes = 0;

  /** Ends it with this signal; it comes back after `downMs`. @param {NodeJS.Signals} signal @param {number} downMs */
  async die(signal, downMs) {
    const child = /** @type {import('node:child_process').ChildProcess} */ (this.child);
    if (child.exitCode !== null || child.signalCode !== null) return null;
    this.downMs = downMs;
    this.wanted = true;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    return child.exitCode;
  }

  /** @param {string} why @param {number | null} [code] @override */
  ended(why, code) {
    if (this.stopping) return;
    if (!this.ready && code !== null) {
      this.stillborn = why;
      return;
    }
    if (!this.wanted) this.crashes += 1;
    this.wanted = false;
    this.restart = setTimeout(() => this.start(), this.downMs);
  }
}

export class MortalStack extends Stack {
  /** Stacks that use this one's children, and stop before them. @type {MortalStack[]} */
  guests = [];

  /** @param {import('../../tools/lib/supervisor.mjs').ChildSpec} spec @override */
  start(spec) {
    const child = new Mortal(spec, this.data);
    this.children.push(child);
    child.start();
    return child;
  }

  /** @param {string} name */
  child(name) {
    const found = this.children.find(({ spec }) => spec.name === name);
    if (!(found instanceof Mortal)) throw new Error(`${name} was not started`);
    return found;
  }

  /** Who ended without having been told to. @returns {string[]} */
  crashes() {
    /** @type {string[]} */
    const ofGuests = this.guests.flatMap((guest) => guest.crashes());
    const own = this.children.flatMap((child) =>
      child instanceof Mortal && child.crashes > 0 ? [`${child.spec.name}: ${child.crashes}`] : [],
    );
    return [...own, ...ofGuests];
  }

  /** @override */
  async stop() {
    for (const guest of this.guests) await guest.stop();
    const launchers = this.children.filter(({ spec }) => spec.name === LAUNCHER);
    await Promise.all(launchers.map((launcher) => launcher.stop(this.graceMs)));
    await super.stop();
  }
}
