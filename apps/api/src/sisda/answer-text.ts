import { endsTooEarly, parseJson } from '../common/json';
import { shapeOf } from '../common/json-shape';
import { PaymentSourceError } from './payment-source.errors';

/** The body of an answer. */
export interface AnswerBody {
  text: string;
  /** Whether HTTP said how long it is, so that nothing of it can have been cut off on the way. */
  isWhole: boolean;
}

/** An answer's object, and the text of its `data` to the letter. */
export interface AnswerText {
  answer: Record<string, unknown>;
  data: string;
}

/** How deep MariaDB lets JSON be nested. */
const DEEPEST = 31;
const ALONE = '{"data":';
const SURROGATE = /\\u[dD]/;

/** The object that a body is, whatever it holds. */
export function parseObject({ text, isWhole }: AnswerBody): Record<string, unknown> {
  parse(text, isWhole);
  return objectOf(parseJson(text));
}

/** The same with the text of `data`; what cannot be kept to the letter is refused. */
export function parseAnswer({ text, isWhole }: AnswerBody): AnswerText {
  const value = parse(text, isWhole);
  const answer = objectOf(value);
  if (isDeeperThan(DEEPEST, answer['data'])) throw notStorable(`lebih dari ${DEEPEST} tingkat`);
  if (isPlain(value, text)) return { answer, data: dataIn(text, answer) };
  const { repeatedKey, hasLoneSurrogate, members } = shapeOf(text);
  if (hasLoneSurrogate) throw notStorable('berisi separuh karakter Unicode');
  if (repeatedKey !== null) {
    const detail = `"${repeatedKey}" tertulis dua kali`;
    throw new PaymentSourceError('invalid_answer', { detail, flaw: 'structure' });
  }
  const data = text.slice(...(members.get('data') ?? [0, 0])).trim();
  return { answer: { ...answer, data: data ? parseJson(data) : undefined }, data };
}

/** The text of `data` in an answer that has nothing else, as far as can be seen without reading it; null where it has. */
export function dataAlone(text: string): string | null {
  return text.startsWith(ALONE) && text.endsWith('}') ? text.slice(ALONE.length, -1) : null;
}

/** The text of `data` in a plain text; mostly there is nothing else in it. */
function dataIn(text: string, answer: Record<string, unknown>): string {
  const alone = Object.keys(answer).length === 1 ? dataAlone(text) : null;
  return alone ?? JSON.stringify(answer['data'] ?? null);
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((each) => isDeeperThan(levels - 1, each));
  for (const key in value) if (isDeeperThan(levels - 1, value[key as never])) return true;
  return false;
}

function parse(text: string, isWhole: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(endsTooEarly(text, error as Error), isWhole);
  }
}

/** Plain is what JSON.stringify would write too: then it has no trap, and its parts are written as they came. */
function isPlain(value: unknown, text: string): boolean {
  try {
    return !SURROGATE.test(text) && JSON.stringify(value) === text;
  } catch (error) {
    // Something beside the data is too deep for it.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Only a body of unknown length can have been cut on the way; one that was ended too early by its writer may be whole next time. */
function notJson(early: boolean, isWhole: boolean): PaymentSourceError {
  if (early && !isWhole) return new PaymentSourceError('connection_cut', { retryable: true, outage: true });
  return new PaymentSourceError('not_json', { retryable: early });
}

function notStorable(detail: string): PaymentSourceError {
  return new PaymentSourceError('not_storable', { detail });
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new PaymentSourceError('no_data');
}
