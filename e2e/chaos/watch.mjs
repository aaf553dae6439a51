/** Looks at the progress every 100 ms, whether the API is there or not, and checks every look. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Promises } from './promises.mjs';

/** @typedef {import('./client.mjs').Progress} Progress */

const EVERY_MS = 100;
const PATIENCE_MS = 3_000;

export class Watch {
  promises = new Promises();
  looks = 0;
  going = true;
  /** @type {Progress | null} */
  last = null;
  /** @type {Set<(progress: Progress) => void>} */
  listeners = new Set();

  /** @param {import('./client.mjs').Client} client */
  constructor(client) {
    this.client = client;
    this.loop = this.look();
  }

  async look() {
    while (this.going) {
      const progress = await this.client.progress(PATIENCE_MS);
      if (progress) {
        this.looks += 1;
        this.last = progress;
        this.promises.check(progress);
        for (const listener of this.listeners) listener(progress);
      }
      await sleep(EVERY_MS);
    }
  }

  /**
   * The first look from now on that fits; null where there is none in time.
   * @param {(progress: Progress) => boolean} fits
   * @param {number} withinMs
   * @returns {Promise<Progress | null>}
   */
  until(fits, withinMs) {
    return new Promise((resolve) => {
      const settle = (/** @type {Progress | null} */ progress) => {
        clearTimeout(timer);
        this.listeners.delete(listener);
        resolve(progress);
      };
      const listener = (/** @type {Progress} */ progress) => {
        if (fits(progress)) settle(progress);
      };
      const timer = setTimeout(() => settle(null), withinMs);
      this.listeners.add(listener);
    });
  }

  async end() {
    this.going = false;
    await this.loop;
  }
}
