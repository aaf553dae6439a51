import { BadShare, type TooManyBad } from './bad-share';
import { RequestBound } from './request-bound';

/** How a request ended: with an answer after so many milliseconds, or as a service ends one that has too much to do. */
export type Ending = { ms: number } | 'bad';

/** Whether a lower limit helps shows in so many times the requests in which the trouble showed. */
const SHOWS_IN = 4;
/**
 * If only those that are too many were bad, none would be with fewer by the share that is bad; to be sure, fewer by so many times that
 * share are tried before it is taken for the service's own.
 */
const SURELY = 2.5;
/** An answer that takes so much longer than usual is late; how late answers are is judged by so many. */
const LATE = { times: 3, plus: 25 };
const TELLING = 40;
/** A lower limit that does not bring latency down to this part of it has nothing to do with it. */
const RELIEF = 0.85;
/** How the shortest latency is forgotten, window by window. */
const FORGETS = 1.001;

/** A step back because of late answers, until it is known whether it helps. */
interface LateCut {
  kind: 'late';
  from: RequestBound;
  ms: number;
}

/** One, or several in a row, because of bad answers. */
interface BadCut {
  kind: 'bad';
  from: RequestBound;
  share: number;
  /** Still too many bad ones with no more at once than these: it is not because of too many. */
  few: number;
  /** No more of them in so many requests: it was. */
  left: number;
}

type Stage = { kind: 'calm' } | { kind: 'doubtful' } | LateCut | BadCut;

const CALM: Stage = { kind: 'calm' };

/**
 * Finds out how many requests at once the payment service bears: grows while answers come as usual, goes back when more of
 * them are bad or they take much longer, and forward again where going back does not help. Latency is seen in windows, each
 * of about as many requests as may be under way.
 */
export class RequestLimit {
  private bound: RequestBound;
  private readonly badShare = new BadShare();
  private usualMs = Infinity;
  private stage = CALM;
  /** What began in an earlier one is not looked at. */
  private era = 0;
  private window = { good: 0, ms: 0 };
  private latency: number | null = null;

  constructor(most: number) {
    this.bound = new RequestBound(most);
  }

  get current(): number {
    return this.bound.limit;
  }

  /** Of the last window. */
  get latencyMs(): number | null {
    return this.latency;
  }

  /** A request begins; what is answered notes its end, and whether more would have been asked at once. */
  begin(): (ending: Ending, isShort: boolean) => void {
    const { era } = this;
    return (ending, isShort) => {
      if (era === this.era) this.note(ending, isShort);
    };
  }

  private note(ending: Ending, isShort: boolean): void {
    const { stage } = this;
    const isBad = ending === 'bad';
    const tooMany = this.badShare.note(isBad, stage.kind === 'calm');
    if (tooMany) return this.answerBad(tooMany);
    if (stage.kind === 'bad' && --stage.left <= 0) this.stage = CALM;
    if (isBad) return;
    this.bound.pay();
    const { window } = this;
    window.good++;
    window.ms += ending.ms;
    if (window.good < (stage.kind === 'calm' ? this.current : Math.max(this.current, TELLING))) return;
    this.latency = window.ms / window.good;
    this.window = { good: 0, ms: 0 };
    if (this.stage.kind !== 'bad') this.answerLatency(this.latency, isShort);
  }

  private answerBad({ share, requests }: TooManyBad): void {
    const { stage, bound } = this;
    const before = stage.kind === 'bad' ? stage : null;
    if (bound.limit === 1) {
      // Where one alone is bad, it is not because of too many.
      this.badShare.accept(share);
      bound.forget('bad');
      this.stage = CALM;
    } else if (before && bound.limit <= before.few) {
      this.badShare.accept(Math.min(share, before.share));
      this.takeBack(before);
    } else {
      const few = bound.limit * (1 - SURELY * share);
      const left = Math.max(before?.left ?? 0, SHOWS_IN * requests);
      this.goBack({ kind: 'bad', from: before?.from ?? bound, share, few, left });
    }
  }

  private answerLatency(ms: number, isShort: boolean): void {
    const { stage, bound } = this;
    this.stage = CALM;
    const isLate = ms > this.usualMs * LATE.times + LATE.plus;
    if (stage.kind === 'late' && ms > stage.ms * RELIEF) {
      this.usualMs = ms;
      this.takeBack(stage);
    } else if (isLate && stage.kind === 'doubtful') {
      this.goBack({ kind: 'late', from: bound, ms });
    } else if (isLate) {
      // Those that end now began when fewer were under way: how late it is tell only those that begin from now on.
      this.stage = { kind: 'doubtful' };
      this.era++;
    } else {
      this.usualMs = Math.min(this.usualMs * FORGETS, ms);
      // What comes of a step that may be one too many is waited for.
      if (isShort && bound.grow()) this.era++;
    }
  }

  private goBack(cut: LateCut | BadCut): void {
    this.bound = this.bound.lowered(cut.kind);
    this.stage = cut;
    this.era++;
    this.window = { good: 0, ms: 0 };
  }

  /** With fewer requests at once it is as it was: so it is now, and what was known before of too many still holds. */
  private takeBack({ from }: LateCut | BadCut): void {
    this.bound = from;
    this.stage = CALM;
  }
}
