import { type Ending, RequestWindow, type Seen } from './request-window';

/** The first limit: little is known yet of what the service bears. */
const START = 4;
const DOUBLES_UP_TO = 16;
const GROWTH = 1.25;
const CUT_TO = 0.75;
/** Below what was too much it grows quickly, up to this part of it … */
const SAFE = 0.8;
/** … and tries it again after so many good answers for each that may come bad, or late: bad ones stay under 1 %. */
const GOOD_FOR = { share: 300, ms: 60 };
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

/** What was too much for the service, and how many good answers must come before as many are tried again. */
interface Ceiling {
  at: number;
  unpaid: number;
}

/** What is known of the most that the service bears: what brought errors is known apart from what brought waiting. */
interface Bound {
  limit: number;
  ceilings: Record<keyof Seen, Ceiling>;
}

const KINDS = ['share', 'ms'] as const;
const NONE: Ceiling = { at: Infinity, unpaid: 0 };

/** A step back, until it is known whether it helps. */
interface Cut extends Trouble {
  from: Bound;
}

type Stage = 'calm' | 'doubtful' | Cut;

/**
 * Finds out how many requests at once the payment service bears: grows while answers come as usual, goes back when more of
 * them are bad or they take much longer, and forward again where going back does not help. It sees in windows, each of about
 * as many requests as may be under way.
 */
export class RequestLimit {
  private bound: Bound;
  private usual: { share: number | null; ms: number } = { share: null, ms: Infinity };
  private stage: Stage = 'calm';
  /** What began in an earlier one is not looked at. */
  private era = 0;
  private window = new RequestWindow();
  private latency: number | null = null;

  constructor(private readonly most: number) {
    this.bound = { limit: Math.min(START, most), ceilings: { share: { ...NONE }, ms: { ...NONE } } };
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
    const { window } = this;
    window.note(ending);
    const { ceilings } = this.bound;
    if (ending !== 'bad') for (const kind of KINDS) ceilings[kind].unpaid--;
    const isAllBad = window.isAllBad && (this.usual.share ?? 0) < MOST / 2;
    if (!isAllBad && !window.tells(this.current, this.stage !== 'calm')) return;
    const { seen } = window;
    this.window = new RequestWindow();
    this.latency = seen.ms ?? this.latency;
    if (isAllBad) this.goBack('share', 'calm');
    else this.decide(seen, isShort);
  }

  private decide(seen: Seen, isShort: boolean): void {
    const { stage } = this;
    this.stage = 'calm';
    const trouble = this.troubleOf(seen);
    if (typeof stage === 'object' && (seen[stage.kind] ?? 0) > stage.size * RELIEF)
      this.takeBack(stage, seen);
    else if (trouble && stage === 'doubtful') this.goBack(trouble.kind, { ...trouble, from: this.bound });
    else if (trouble) this.lookAgain();
    else {
      this.learn(seen);
      if (isShort) this.grow();
    }
  }

  private troubleOf({ share, ms }: Seen): Trouble | null {
    const { usual } = this;
    // Where there was trouble with more at once, a little of it is some of that.
    const plus = this.bound.ceilings.share.at === Infinity ? SHARE.plus : 0;
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

  private goBack(kind: keyof Seen, stage: Stage): void {
    const { limit, ceilings } = this.bound;
    // Where one alone is bad, it is not because of too many.
    const ceiling = limit === 1 ? { ...NONE } : { at: limit, unpaid: GOOD_FOR[kind] * limit };
    this.bound = {
      limit: Math.max(1, Math.floor(limit * CUT_TO)),
      ceilings: { share: { ...ceilings.share }, ms: { ...ceilings.ms }, [kind]: ceiling },
    };
    this.stage = stage;
    this.era++;
  }

  /** With fewer requests at once it is as it was: so it is now, and what was known before of too many still holds. */
  private takeBack({ from }: Cut, { share, ms }: Seen): void {
    this.usual = { share, ms: ms ?? this.usual.ms };
    this.bound = from;
  }

  private learn({ share, ms }: Seen): void {
    const { usual } = this;
    usual.share = usual.share === null ? share : usual.share + LEARNS * (share - usual.share);
    usual.ms = Math.min(usual.ms * FORGETS, ms ?? Infinity);
  }

  private grow(): void {
    const { bound, most } = this;
    const { limit, ceilings } = bound;
    const isEarly = limit < DOUBLES_UP_TO;
    const next = Math.ceil(limit * (isEarly ? 2 : GROWTH));
    const steps = KINDS.map((kind) => {
      const { at, unpaid } = ceilings[kind];
      const safe = Math.floor(at * SAFE);
      if (limit < safe) return Math.min(next, safe);
      return unpaid <= 0 ? limit + Math.ceil(limit / 20) : limit;
    });
    bound.limit = Math.min(most, ...steps);
    // From here on a step may be one too many: what comes of it is waited for.
    if (!isEarly && bound.limit > limit) this.era++;
  }
}
