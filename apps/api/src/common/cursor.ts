import { isId, type Page } from '@bantubayar/shared';
import { InvalidInputError } from './domain-error';

type Part = string | null;

/** A place in a sorted list, as an opaque string for the client; it holds for this list and order only. */
export function encodeCursor(list: string, key: readonly Part[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

type Checks = readonly ((part: unknown) => boolean)[];

/** The key of a cursor that encodeCursor made for the list, each part as its check wants it; null for anything else. */
export function keyOf(cursor: string, list: string, checks: Checks): Part[] | null {
  try {
    const [of, ...key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const isOurs = of === list && key.length === checks.length && checks.every((fits, n) => fits(key[n]));
    return isOurs ? (key as Part[]) : null;
  } catch {
    return null;
  }
}

/** The same; anything else is refused. */
export function decodeCursor(cursor: string, list: string, checks: Checks): Part[] {
  const key = keyOf(cursor, list, checks);
  if (key) return key;
  throw new InvalidInputError('Cursor tidak dikenal; mulai lagi tanpa cursor', {
    cursor: ['must be the nextCursor of the previous page of the same list in the same order'],
  });
}

/** The page that begins these rows, which are one more than the limit where another page follows. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (last: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? cursorOf(items.at(-1)!) : null };
}

/** The place in a list that is sorted by one id. */
export function idCursor(list: string) {
  return {
    read: (cursor: string | undefined): string | undefined =>
      cursor === undefined ? undefined : decodeCursor(cursor, list, [isId])[0]!,
    of: (id: string): string => encodeCursor(list, [String(id)]),
  };
}
