/** How a request ended: with an answer after so many milliseconds, or as a service ends one that has too much to do. */
export type Ending = { ms: number } | 'bad';

/** What a window of requests came to: the share of bad ends, and the mean latency of good ones, where there was one. */
export interface Seen {
  share: number;
  ms: number | null;
}

/** Bad ends are judged by so many requests, unless these come in a row. */
const TELLING = 40;
const IN_A_ROW = 8;

/** Requests that ended one after the other, looked at together. */
export class RequestWindow {
  private good = 0;
  private bad = 0;
  private badInARow = 0;
  private ms = 0;

  note(ending: Ending): void {
    if (ending === 'bad') {
      this.bad++;
      this.badInARow++;
    } else {
      this.good++;
      this.badInARow = 0;
      this.ms += ending.ms;
    }
  }

  /** All of the last ones ended badly. */
  get isAllBad(): boolean {
    return this.badInARow >= IN_A_ROW;
  }

  /** Whether it tells something, with so many requests under way; more are needed where it is to be told how bad it is. */
  tells(atOnce: number, isDoubtful: boolean): boolean {
    const needed = isDoubtful || this.bad > 0 ? Math.max(atOnce, TELLING) : atOnce;
    return this.good + this.bad >= needed;
  }

  get seen(): Seen {
    const { good, bad, ms } = this;
    return { share: bad / (good + bad), ms: good > 0 ? ms / good : null };
  }
}
