/** The first limit: little is known yet of what the service bears. */
const START = 4;
const DOUBLES_UP_TO = 16;
const GROWTH = 1.25;
const CUT_TO = 0.75;
/** Below what was too much it grows quickly, up to this part of it … */
const SAFE = 0.8;
/** … and tries it again after so many good answers for each that may come bad: bad ones stay under 1 %; */
const GOOD_FOR_BAD = 300;
/** for each that may only come late after few at first, since a moment of trouble elsewhere looks the same, and twice as many each time. */
const GOOD_FOR_LATE = { first: 8, most: 60 };
/** Who goes so far above what was too much without trouble has shown that it was not. */
const PAST = 1.1;

const KINDS = ['bad', 'late'] as const;

export type Kind = (typeof KINDS)[number];

/** What was too much for the service, how many good answers each that is tried again costs, and how many of these must still come. */
interface Ceiling {
  at: number;
  price: number;
  unpaid: number;
}

const NONE: Ceiling = { at: Infinity, price: 0, unpaid: 0 };

/** How many requests at once there may be, by what brought errors and, apart from it, what brought waiting. */
export class RequestBound {
  private ceilings: Record<Kind, Ceiling> = { bad: { ...NONE }, late: { ...NONE } };

  constructor(
    private readonly most: number,
    public limit = Math.min(START, most),
  ) {}

  /** A good answer has come. */
  pay(): void {
    for (const kind of KINDS) this.ceilings[kind].unpaid--;
  }

  /** More at once, where it is time; whether one of them may now be one too many. */
  grow(): boolean {
    const { limit, most } = this;
    if (limit >= Math.min(most, this.ceilings.late.at * PAST)) this.forget('late');
    const isEarly = limit < DOUBLES_UP_TO;
    const next = Math.ceil(limit * (isEarly ? 2 : GROWTH));
    const steps = KINDS.map((kind) => {
      const { at, unpaid } = this.ceilings[kind];
      const safe = Math.floor(at * SAFE);
      if (limit < safe) return Math.min(next, safe);
      return unpaid <= 0 ? limit + Math.ceil(limit / 20) : limit;
    });
    this.limit = Math.min(most, ...steps);
    return !isEarly && this.limit > limit;
  }

  /** A lower one, which knows that this one was too much. */
  lowered(kind: Kind): RequestBound {
    const { limit, most, ceilings } = this;
    const lower = new RequestBound(most, Math.max(1, Math.floor(limit * CUT_TO)));
    const price = kind === 'bad' ? GOOD_FOR_BAD : dearer(ceilings.late.price);
    lower.ceilings = { bad: { ...ceilings.bad }, late: { ...ceilings.late } };
    if (limit === 1) lower.forget(kind);
    else lower.ceilings[kind] = { at: limit, price, unpaid: price * limit };
    return lower;
  }

  forget(kind: Kind): void {
    this.ceilings[kind] = { ...NONE };
  }
}

function dearer(price: number): number {
  const { first, most } = GOOD_FOR_LATE;
  return Math.min(most, Math.max(first, 2 * price));
}
