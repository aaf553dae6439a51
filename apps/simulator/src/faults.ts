/** Every way in which the upstream can be made to misbehave, with its default, and what may be asked for. */
import { chance } from './random';

/** Shares of students (0 to 1) by the trouble that they meet; the first that hits in this order is taken. */
export const TROUBLES = [
  'refuse',
  'timeout',
  'error500',
  'error503',
  'tooMany429',
  'unauthorized401',
  'forbidden403',
  'notFound404',
  'drip',
  'cutBody',
  'htmlPage',
  'statusFalse',
  'hugeBody',
  'hugeGzip',
  'emptyData',
  'missingPeriods',
  'nullPeriods',
  'fewerPeriods',
  'duplicatePeriod',
  'nullCategories',
  'extraFields',
  'wrongStudent',
  'unswappedNames',
] as const;

export type Trouble = (typeof TROUBLES)[number];

const OUTAGE_MODES = ['refuse', '500', 'hang'] as const;
const ROSTER_MODES = ['normal', 'empty', 'shrunken', 'html', 'error'] as const;

const MODES = {
  outage: false,
  outageMode: 'refuse' as (typeof OUTAGE_MODES)[number],
  /** 429 answers carry it; null leaves the header out. */
  retryAfterSeconds: 2 as number | null,
  /** Draw anew for every request, so that a retry can succeed. */
  perRequest: false,
  /** Only the first n requests of each student meet their trouble; 0 is all of them. */
  firstRequests: 0,
  /** Where not empty, only these students meet trouble. */
  onlyIdpersons: [] as string[],
  /** This share of the students has paid more meanwhile; another seed chooses others and other amounts. */
  changedShare: 0,
  changeSeed: 1,
  /** Of this share of the students the last payment was taken back meanwhile. */
  reversedShare: 0,
  /** By idperson the text that is sent instead of the answer, whatever it is. */
  bodies: {} as Record<string, string>,
  latencyMs: null as number | null,
  /** Whoever comes while more than so many are being answered, oneself among them, gets 503; 0 bears any number. */
  collapseAbove: 0,
  gzip: false,
  rosterMode: 'normal' as (typeof ROSTER_MODES)[number],
  rosterDropIdpersons: [] as string[],
};

export type Faults = typeof MODES & Record<Trouble, number>;

export class FaultsError extends Error {}

export function noFaults(): Faults {
  const none = Object.fromEntries(TROUBLES.map((trouble) => [trouble, 0])) as Record<Trouble, number>;
  return { ...none, ...MODES };
}

type Rule = readonly [allowed: string, holds: (value: unknown) => boolean];

const share: Rule = ['a number from 0 to 1', (value) => isNumber(value) && value <= 1];
const flag: Rule = ['true or false', (value) => typeof value === 'boolean'];
const count: Rule = ['a whole number from 0', (value) => isNumber(value) && Number.isInteger(value)];
const countOrNull: Rule = ['a whole number from 0, or null', (value) => value === null || count[1](value)];
const ids: Rule = ['a list of idperson', (value) => Array.isArray(value) && value.every(isId)];
const texts: Rule = [
  'an object from idperson to text',
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([id, text]) => isId(id) && typeof text === 'string'),
];
const oneOf = (choices: readonly string[]): Rule => [
  `one of ${choices.join(', ')}`,
  (value) => choices.includes(value as string),
];

const RULES: Record<keyof Faults, Rule> = {
  ...(Object.fromEntries(TROUBLES.map((trouble) => [trouble, share])) as Record<Trouble, Rule>),
  outage: flag,
  outageMode: oneOf(OUTAGE_MODES),
  retryAfterSeconds: countOrNull,
  perRequest: flag,
  firstRequests: count,
  onlyIdpersons: ids,
  changedShare: share,
  changeSeed: count,
  reversedShare: share,
  bodies: texts,
  latencyMs: countOrNull,
  collapseAbove: count,
  gzip: flag,
  rosterMode: oneOf(ROSTER_MODES),
  rosterDropIdpersons: ids,
};

/** The faults that this JSON asks for, everything else at its default. */
export function parseFaults(json: string): Faults {
  const asked = parseObject(json);
  for (const [name, value] of Object.entries(asked)) {
    if (!Object.hasOwn(RULES, name)) {
      throw new FaultsError(`${name} is not a fault; there are: ${Object.keys(RULES).join(', ')}`);
    }
    const [allowed, holds] = RULES[name as keyof Faults];
    if (!holds(value)) throw new FaultsError(`${name}: given ${JSON.stringify(value)}, allowed ${allowed}`);
  }
  const faults = { ...noFaults(), ...asked } as Faults;
  faults.onlyIdpersons = faults.onlyIdpersons.map(String);
  faults.rosterDropIdpersons = faults.rosterDropIdpersons.map(String);
  return faults;
}

/** The trouble that meets this request, or null. `request` counts all requests, `turn` those of this student. */
export function troubleFor(
  faults: Faults,
  seed: number,
  { idperson, request, turn }: { idperson: string; request: number; turn: number },
): Trouble | null {
  if (faults.onlyIdpersons.length > 0 && !faults.onlyIdpersons.includes(idperson)) return null;
  if (faults.firstRequests > 0 && turn > faults.firstRequests) return null;
  const drawnFor = faults.perRequest ? `request ${request}` : idperson;
  const hits = (trouble: Trouble) => faults[trouble] > 0 && chance(seed, trouble, drawnFor) < faults[trouble];
  return TROUBLES.find(hits) ?? null;
}

function parseObject(json: string): object {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new FaultsError('the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FaultsError('the body must be an object, for example {"error500":0.1}');
  }
  return value;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isId(value: unknown): boolean {
  return /^\d{1,20}$/.test(String(value)) && ['string', 'number'].includes(typeof value);
}
