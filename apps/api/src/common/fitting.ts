/** The first of the rows that have no more than so many bytes together, at least one. */
export function fitting<Row extends { bytes: string | number | null }>(
  rows: readonly Row[],
  most: number,
): Row[] {
  let bytes = 0;
  return rows.filter((row, n) => (bytes += Number(row.bytes)) <= most || n === 0);
}
