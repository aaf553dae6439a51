/** So many bad ends above what is bearable are not chance. */
const TOO_MANY = 8;
/** A service answers some badly whatever it is asked: it may be so much more than usual … */
const BEARABLE = { times: 2, plus: 0.015 };
/** … and all of them are too many, however bad it usually is. */
const NEVER_BEARABLE = 0.9;
/** How the usual follows, request by request: slower than a growing share is noticed. */
const LEARNS = 1 / 3_000;

/** The share of bad ends at a moment when there were too many, and of how many requests it is. */
export interface TooManyBad {
  share: number;
  requests: number;
}

/**
 * Tells when more requests end badly than usual, as soon as it is no chance any more: bad ends add up, and what is bearable is
 * taken off again with every request (CUSUM). Ten in a row are noticed as one in twenty of hundreds is.
 */
export class BadShare {
  private usual = 0;
  private surplus = 0;
  private bad = 0;
  private requests = 0;

  /** One more has ended; `isUsual` where it was asked as it usually is. Null unless there are too many bad ones. */
  note(isBad: boolean, isUsual: boolean): TooManyBad | null {
    const bearable = Math.min(this.usual * BEARABLE.times + BEARABLE.plus, NEVER_BEARABLE);
    if (isUsual) this.usual += LEARNS * (Number(isBad) - this.usual);
    this.surplus += Number(isBad) - bearable;
    this.bad += Number(isBad);
    this.requests++;
    const { surplus, bad, requests } = this;
    if (surplus > 0 && surplus < TOO_MANY) return null;
    this.restart();
    return surplus > 0 ? { share: bad / requests, requests } : null;
  }

  /** From now on so much is usual. */
  accept(share: number): void {
    this.usual = share;
    this.restart();
  }

  private restart(): void {
    this.surplus = 0;
    this.bad = 0;
    this.requests = 0;
  }
}
