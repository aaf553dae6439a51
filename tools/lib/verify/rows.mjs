const PAGE = 500;

/**
 * All rows of a table in the order of its key, in pages.
 * @param {import('./verification.mjs').Query} query
 * @param {string} table
 * @param {string} key
 * @param {readonly string[]} columns
 */
export async function* pagesOf(query, table, key, columns) {
  for (let after = '0'; ;) {
    const rows = await query(
      `SELECT ${[key, ...columns].join(', ')} FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${PAGE}`,
      [after],
    );
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)[key];
  }
}
