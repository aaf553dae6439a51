import { isId } from '@bantubayar/shared';
import { DomainError } from './domain-error';

type Part = string | null;

/** A place in a sorted list, as an opaque string for the client; it holds for this list and order only. */
export function encodeCursor(list: string, key: readonly Part[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/** The key of a cursor that encodeCursor made for the list, each part as its check wants it; anything else is refused. */
export function decodeCursor(cursor: string, list: string, checks: readonly ((part: unknown) => boolean)[]) {
  try {
    const [of, ...key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (of === list && key.length === checks.length && checks.every((fits, n) => fits(key[n])))
      return key as Part[];
  } catch {
    // falls through to the same answer as a well-formed but foreign cursor
  }
  throw new DomainError(400, 'validation_failed', 'Cursor tidak dikenal; mulai lagi tanpa cursor', {
    fields: { cursor: ['must be the nextCursor of the previous page of the same list in the same order'] },
  });
}

/** The place of a list that is sorted by one id. */
export function idCursor(list: string) {
  return {
    read: (cursor: string | undefined): string | undefined =>
      cursor === undefined ? undefined : decodeCursor(cursor, list, [isId])[0]!,
    /** Behind the last row of a page that was read with one row too many; null when it was the last page. */
    next: <T>(rows: readonly T[], limit: number, idOf: (row: T) => string): string | null =>
      rows.length > limit ? encodeCursor(list, [String(idOf(rows[limit - 1]!))]) : null,
  };
}
