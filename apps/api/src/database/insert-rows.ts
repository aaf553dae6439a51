import type { Transaction } from './transaction';

const ROWS_AT_ONCE = 500;

/** Inserts however many rows, some at a time; `into` is the table with its columns, `behind` what follows the values. */
export async function insertRows(
  tx: Pick<Transaction, 'query'>,
  into: string,
  rows: readonly (readonly unknown[])[],
  behind = '',
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx.query(`INSERT INTO ${into} VALUES ? ${behind}`, [rows.slice(from, from + ROWS_AT_ONCE)]);
}
