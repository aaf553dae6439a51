/** Reads single variables: what is wrong is said with the name, what was given and what is allowed. */

export class EnvError extends Error {
  override name = 'EnvError';
}

export type Source = Record<string, string | undefined>;

export function reject(name: string, given: string, allowed: string): never {
  throw new EnvError(`${name}: got "${given}", allowed is ${allowed}`);
}

export function text(source: Source, name: string): string | undefined {
  const value = source[name]?.trim();
  return value ? value : undefined;
}

export function integer(source: Source, name: string, fallback: number, min: number, max: number): number {
  const given = text(source, name);
  if (given === undefined) return fallback;
  const value = Number(given);
  if (!/^\d+$/.test(given) || value < min || value > max) {
    reject(name, given, `a whole number from ${min} to ${max}`);
  }
  return value;
}

export function boolean(source: Source, name: string, fallback: boolean): boolean {
  const given = text(source, name);
  if (given === undefined) return fallback;
  if (!['true', 'false'].includes(given)) reject(name, given, 'true or false');
  return given === 'true';
}

export function oneOf<T extends string>(source: Source, name: string, fallback: T, allowed: readonly T[]): T {
  const given = text(source, name) ?? fallback;
  return allowed.find((value) => value === given) ?? reject(name, given, allowed.join(', '));
}

export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export function timezone(source: Source, name: string, fallback: string): string {
  const given = text(source, name) ?? fallback;
  return isTimezone(given) ? given : reject(name, given, 'an IANA time zone, for example Asia/Jakarta');
}

/** What goes into a header, by what it is. */
export type HeaderKind = 'token' | 'cookie';

const HEADERS: Record<HeaderKind, { wrong: RegExp; allowed: string }> = {
  token: { wrong: /[^\x21-\x7e]/, allowed: 'visible ASCII characters without spaces' },
  cookie: { wrong: /[^\x20-\x7e]/, allowed: 'name=value; name=value in ASCII characters' },
};

/** What of a secret no header can carry, told without repeating it; null where all of it can be. */
export function headerProblem(kind: HeaderKind, given: string): { given: string; allowed: string } | null {
  const { wrong, allowed } = HEADERS[kind];
  const at = given.search(wrong);
  if (at < 0) return null;
  const code = given.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0');
  return { given: `U+${code} as character ${at + 1} of ${given.length}`, allowed };
}

/** A secret that goes into a header: a bearer token, or pairs as a browser would send them. */
export function header(source: Source, name: string, kind: HeaderKind): string | undefined {
  const value = text(source, name);
  const problem = value === undefined ? null : headerProblem(kind, value);
  return problem ? reject(name, problem.given, problem.allowed) : value;
}

const KEY_BYTES = 32;
const HEX = /^[\da-f]+$/i;

/** A key for AES-256; what is wrong with it is told without repeating it. */
export function key(source: Source, name: string): Buffer | undefined {
  const given = text(source, name);
  if (given === undefined) return undefined;
  const isHex = given.length === 2 * KEY_BYTES && HEX.test(given);
  const bytes = Buffer.from(given, isHex ? 'hex' : 'base64');
  const isBase64 = /^[\w+/-]+={0,2}$/.test(given);
  if (bytes.length === KEY_BYTES && (isHex || isBase64)) return bytes;
  const what = isBase64
    ? `${bytes.length} bytes`
    : `${given.length} characters that are neither base64 nor hex`;
  return reject(name, what, `${KEY_BYTES} bytes as base64 or hex, as "openssl rand -base64 32" makes them`);
}
