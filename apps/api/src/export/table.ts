/** A table to export: its columns in order, and its rows as they come. */
export interface Table<Row> {
  /** The file's name without its ending. */
  name: string;
  columns: readonly (keyof Row & string)[];
  rows: AsyncIterable<Row>;
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

interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
}
