import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Request, Response } from 'express';
import { attachment } from './attachment';
import type { Table } from './table';

/**
 * Streams a table as CSV: UTF-8 with a byte order mark, so that spreadsheets read the names right; separated by semicolons
 * for Indonesian readers, whose comma is the decimal one. Text that a spreadsheet would run as a formula is defused.
 */
export async function sendCsv<Row>(request: Request, response: Response, table: Table<Row>): Promise<void> {
  attachment(response, `${table.name}.csv`, 'text/csv; charset=utf-8');
  response.vary('Accept-Language');
  const format = stringify({
    bom: true,
    header: true,
    columns: [...table.columns],
    delimiter: request.acceptsLanguages('en', 'id') === 'id' ? ';' : ',',
    escape_formulas: true,
  });
  await pipeline(Readable.from(table.rows), format, response);
}
