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

/** A secret that goes into a header; what is wrong with it is told without repeating it. */
export function token(source: Source, name: string): string | undefined {
  return secretOf(source, name, /[^\x21-\x7e]/, 'visible ASCII characters without spaces');
}

/** The value of a Cookie header: pairs as a browser would send them. */
export function cookie(source: Source, name: string): string | undefined {
  return secretOf(source, name, /[^\x20-\x7e]/, 'name=value; name=value in ASCII characters');
}

function secretOf(source: Source, name: string, wrong: RegExp, allowed: string): string | undefined {
  const given = text(source, name);
  const at = given?.search(wrong) ?? -1;
  if (at < 0) return given;
  const code = given!.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0');
  return reject(name, `U+${code} as character ${at + 1} of ${given!.length}`, allowed);
}
