import { DomainError } from './domain-error';

/** A place in a sorted list, as an opaque string for the client. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key of a cursor made by encodeCursor with `length` parts; anything else is a validation error. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const fits = (part: unknown) => part === null || typeof part === 'string' || typeof part === 'number';
    if (Array.isArray(key) && key.length === length && key.every(fits)) return key;
  } catch {
    // falls through to the same answer as a well-formed but foreign cursor
  }
  throw new DomainError(400, 'validation_failed', 'Cursor tidak dikenal; mulai lagi tanpa cursor', {
    fields: { cursor: ['must be the nextCursor of the previous page'] },
  });
}

/** The cursor behind the last row of a page that was read with one row too many; null when it was the last page. */
export function nextCursor<T>(rows: T[], limit: number, keyOf: (row: T) => string): string | null {
  return rows.length > limit ? encodeCursor([String(keyOf(rows[limit - 1]!))]) : null;
}
