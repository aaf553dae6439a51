import { type Ending, RequestWindow, type Seen } from './request-window';

/** The first limit: little is known yet of what the service bears. */
const START = 4;
const DOUBLES_UP_TO = 16;
const GROWTH = 1.25;
const CUT_TO = 0.75;
/** Below what was too much it grows quickly, up to this part of it … */
const SAFE = 0.8;
/** … and tries it again after so many good answers for each that may come bad: these stay under 1 %. */
const GOOD_FOR_BAD = 300;
/** Whatever is bad from the beginning is not so because of too many requests, unless it is so much. */
const MOST = 0.5;
/** So much more than usual is trouble. */
const SHARE = { times: 3, plus: 0.05 };
const LATENCY = { times: 3, plus: 25 };
/** A lower limit that does not bring the trouble down to this part of it has nothing to do with it. */
const RELIEF = 0.85;
/** How the usual follows, window by window: the shortest latency is forgotten, the share of bad answers learned. */
const FORGETS = 1.001;
const LEARNS = 0.1;

interface Trouble {
  kind: keyof Seen;
  size: number;
}

/** A step back, until it is known whether it helps. */
interface Cut extends Trouble {
  from: number;
}

type Stage = 'calm' | 'doubtful' | Cut;

/**
 * Finds out how many requests at once the payment service bears: grows while answers come as usual, goes back when more of
 * them are bad or they take much longer, and forward again where going back does not help. It sees in windows, each of about
 * as many requests as may be under way.
 */
export class RequestLimit {
  private limit: number;
  /** At so many there was trouble. */
  private ceiling = Infinity;
  private unpaid = 0;
  private usual: { share: number | null; ms: number } = { share: null, ms: Infinity };
  private stage: Stage = 'calm';
  /** What began in an earlier one is not looked at. */
  private era = 0;
  private window = new RequestWindow();
  private latency: number | null = null;

  constructor(private readonly most: number) {
    this.limit = Math.min(START, most);
  }

  get current(): number {
    return this.limit;
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
    const { window } = this;
    window.note(ending);
    if (ending !== 'bad') this.unpaid--;
    const isAllBad = window.isAllBad && (this.usual.share ?? 0) < MOST / 2;
    if (!isAllBad && !window.tells(this.limit, this.stage !== 'calm')) return;
    const { seen } = window;
    this.window = new RequestWindow();
    this.latency = seen.ms ?? this.latency;
    if (isAllBad) this.goBack('calm');
    else this.decide(seen, isShort);
  }

  private decide(seen: Seen, isShort: boolean): void {
    const { stage } = this;
    this.stage = 'calm';
    const trouble = this.troubleOf(seen);
    if (typeof stage === 'object' && (seen[stage.kind] ?? 0) > stage.size * RELIEF)
      this.takeBack(stage, seen);
    else if (trouble && stage === 'doubtful') this.goBack({ ...trouble, from: this.limit });
    else if (trouble) this.lookAgain();
    else {
      this.learn(seen);
      if (isShort) this.grow();
    }
  }

  private troubleOf({ share, ms }: Seen): Trouble | null {
    const { usual } = this;
    // Where there was trouble with more at once, a little of it is some of that.
    const plus = this.ceiling === Infinity ? SHARE.plus : 0;
    const bearable = usual.share === null ? MOST : usual.share * SHARE.times + plus;
    if (share > bearable) return { kind: 'share', size: share };
    if (ms !== null && ms > usual.ms * LATENCY.times + LATENCY.plus) return { kind: 'ms', size: ms };
    return null;
  }

  /** Those that end now began when fewer were under way: how bad it is tell only those that begin from now on. */
  private lookAgain(): void {
    this.stage = 'doubtful';
    this.era++;
  }

  private goBack(stage: Stage): void {
    // Where one alone is bad, it is not because of too many.
    const isOutage = this.limit === 1;
    this.ceiling = isOutage ? Infinity : this.limit;
    this.unpaid = isOutage ? 0 : GOOD_FOR_BAD * this.limit;
    this.limit = Math.max(1, Math.floor(this.limit * CUT_TO));
    this.stage = stage;
    this.era++;
  }

  /** With fewer requests at once it is as it was: so it is now. */
  private takeBack({ from }: Cut, { share, ms }: Seen): void {
    this.usual = { share, ms: ms ?? this.usual.ms };
    this.limit = from;
    this.ceiling = Infinity;
    this.unpaid = 0;
  }

  private learn({ share, ms }: Seen): void {
    const { usual } = this;
    usual.share = usual.share === null ? share : usual.share + LEARNS * (share - usual.share);
    usual.ms = Math.min(usual.ms * FORGETS, ms ?? Infinity);
  }

  private grow(): void {
    const { limit, most } = this;
    const safe = Math.floor(this.ceiling * SAFE);
    const isEarly = limit < DOUBLES_UP_TO;
    const next = Math.ceil(limit * (isEarly ? 2 : GROWTH));
    if (limit < safe) this.limit = Math.min(most, next, safe);
    else if (this.unpaid <= 0) this.limit = Math.min(most, limit + Math.ceil(limit / 20));
    // From here on a step may be one too many: what comes of it is waited for.
    if (!isEarly && this.limit > limit) this.era++;
  }
}
