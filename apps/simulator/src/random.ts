/** Repeatable randomness: every value follows from its keys, so no student has to be kept in memory. */

type Key = string | number;

/** 32 bits out of any keys (FNV-1a, then murmur's finaliser, which spreads neighbouring keys). */
function hash(keys: readonly Key[]): number {
  let state = 0x811c9dc5;
  const text = keys.join('|');
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** A number in [0, 1) that belongs to these keys. */
export function chance(...keys: Key[]): number {
  return hash(keys) / 2 ** 32;
}

/** A stream of draws that starts from these keys (mulberry32). */
export class Dice {
  private state: number;

  constructor(...keys: Key[]) {
    this.state = hash(keys);
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.between(0, choices.length - 1)] as T;
  }

  hits(share: number): boolean {
    return this.next() < share;
  }
}
