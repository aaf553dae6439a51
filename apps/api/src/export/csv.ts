import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Request, Response } from 'express';
import { schoolTime } from '../common/school-day';
import { attachment } from './attachment';
import { type Column, type Table, type Value, valueOf } from './table';

/** Whichever of them separates, a spreadsheet may be set to another: a field with any of them is quoted. */
const SEPARATORS = /[;,\t]/;

/**
 * Streams a table as CSV: UTF-8 with a byte order mark, so that spreadsheets read the names right; separated by semicolons
 * for Indonesian readers, whose comma is the decimal one. Text that a spreadsheet would run as a formula is defused.
 */
export async function sendCsv<Row>(request: Request, response: Response, table: Table<Row>): Promise<void> {
  attachment(response, table.name, 'csv', 'text/csv; charset=utf-8');
  response.vary('Accept-Language');
  const format = stringify({
    bom: true,
    delimiter: request.acceptsLanguages('en', 'id') === 'id' ? ';' : ',',
    quoted_match: SEPARATORS,
    escape_formulas: true,
    cast: { boolean: String },
  });
  await pipeline(Readable.from(linesOf(table)), format, response);
}

async function* linesOf<Row>({ columns, rows }: Table<Row>): AsyncGenerator<Value[]> {
  yield columns.map(({ heading }) => heading);
  for await (const row of rows) yield columns.map((column) => cellOf(row, column));
}

function cellOf<Row>(row: Row, column: Column<Row>): Value {
  const value = valueOf(row, column);
  return column.kind === 'time' && typeof value === 'string' ? schoolTime(new Date(value)) : value;
}
