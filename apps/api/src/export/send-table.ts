import type { Request, Response } from 'express';
import { sendCsv } from './csv';
import type { ExportFormat } from './export-format';
import type { Table } from './table';
import { sendXlsx } from './xlsx';

/** Streams a table in the format that was asked for. */
export function sendTable<Row>(
  format: ExportFormat,
  request: Request,
  response: Response,
  table: Table<Row>,
): Promise<void> {
  return format === 'csv' ? sendCsv(request, response, table) : sendXlsx(response, table);
}
