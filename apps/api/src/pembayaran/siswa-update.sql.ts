/**
 * Sets columns of many rows of `siswa` by one statement, which is the fastest way; further assignments may be added behind it.
 * The parameters are the idperson and the values of each row; a row without an idperson sets nothing. No text in them may be longer than 60,000 bytes: one that
 * stands in a derived table is cropped by MariaDB at 65,535.
 */
export function joinedUpdate(
  columns: readonly string[],
  rows: number,
  valueOf = (_column: string, value: string) => value,
): string {
  const first = `SELECT CAST(? AS UNSIGNED) AS idperson, ${columns.map((column) => `? AS ${column}`).join(', ')}`;
  const next = `UNION ALL SELECT CAST(? AS UNSIGNED), ${columns.map(() => '?').join(', ')}`;
  return `UPDATE siswa
    JOIN (${[first, ...Array<string>(rows - 1).fill(next)].join(' ')}) AS fetched USING (idperson)
    SET ${columns.map((column) => `siswa.${column} = ${valueOf(column, `fetched.${column}`)}`).join(', ')}`;
}
