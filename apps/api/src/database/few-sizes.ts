/** Each number of rows makes a prepared statement of its own, which server and client keep: so there are few. */
const SIZES = [1, 2, 5, 10, 20, 50, 100, 200];

/** The rows and, behind them, empty ones up to one of few sizes: for statements that pass over a row whose key is null. */
export function padded<T>(rows: readonly (readonly T[])[]): (readonly (T | null)[])[] {
  const size = SIZES.find((each) => each >= rows.length) ?? rows.length;
  const empty = (rows[0] ?? []).map(() => null);
  return [...rows, ...Array<null[]>(size - rows.length).fill(empty)];
}

/** The rows in portions of few sizes: for statements that take every row. */
export function portions<T>(rows: readonly T[]): T[][] {
  const taken: T[][] = [];
  for (let from = 0; from < rows.length; from += taken.at(-1)!.length) {
    const size = SIZES.findLast((each) => each <= rows.length - from)!;
    taken.push(rows.slice(from, from + size));
  }
  return taken;
}
