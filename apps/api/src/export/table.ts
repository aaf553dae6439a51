import type { Page } from '@bantubayar/shared';

export type Value = string | number | boolean | null;

/** How a cell is written: a moment as the school's clock shows it, `raw` as the API sends it. */
export type Kind = 'text' | 'number' | 'rupiah' | 'day' | 'time' | 'raw';

export interface Column<Row> {
  /** The field's name in the API. */
  name: keyof Row & string;
  /** What people read above it. */
  heading: string;
  kind: Kind;
  /** What people read instead of the field's value. */
  words?: (value: never, row: Row) => Value;
  wide?: boolean;
}

/** A table to export: its columns in order, and its rows as they come. */
export interface Table<Row> {
  /** The file's name without the day and the ending. */
  name: string;
  columns: readonly Column<Row>[];
  rows: AsyncIterable<Row>;
}

/** The same table for programs: fields under their names in the API, with the values that it sends. */
export function forPrograms<Row>(table: Table<Row>): Table<Row> {
  return { ...table, columns: table.columns.map(({ name }) => ({ name, heading: name, kind: 'raw' })) };
}

export function valueOf<Row>(row: Row, { name, words }: Column<Row>): Value {
  const value = row[name] as Value;
  return words ? words(value as never, row) : value;
}

/** All rows of a list that is read page by page, so that memory stays flat. */
export async function* everyRow<Row>(
  pageAfter: (cursor?: string) => Promise<Page<Row>>,
): AsyncGenerator<Row> {
  let cursor: string | undefined;
  do {
    const page = await pageAfter(cursor);
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}
