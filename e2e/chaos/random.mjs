/** Chance that can be repeated: the same seed and words draw the same numbers. */
import { createHash } from 'node:crypto';

export class Random {
  /** @param {(string | number)[]} words */
  constructor(...words) {
    this.state = createHash('md5').update(words.join('/')).digest().readUInt32LE();
  }

  /** From 0 to below 1 (mulberry32). */
  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number of both ends or between. @param {number} low @param {number} high */
  whole(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return /** @type {T} */ (list[this.whole(0, list.length - 1)]);
  }
}
