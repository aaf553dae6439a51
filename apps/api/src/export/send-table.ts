import type { ExportStyle } from '@bantubayar/shared';
import type { Request, Response } from 'express';
import { sendCsv } from './csv';
import type { ExportFormat } from './export-format';
import { forPrograms, type Table } from './table';
import { sendXlsx } from './xlsx';

/** Streams a table in the file format that was asked for, for people or for programs. */
export function sendTable<Row>(
  file: ExportFormat,
  { request, response }: { request: Request; response: Response },
  forWhom: ExportStyle | undefined,
  table: Table<Row>,
): Promise<void> {
  const styled = forWhom === 'api' ? forPrograms(table) : table;
  return file === 'csv' ? sendCsv(request, response, styled) : sendXlsx(response, styled);
}
