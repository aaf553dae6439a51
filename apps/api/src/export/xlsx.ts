import type { Column as SheetColumn } from 'exceljs';
import type { Response } from 'express';
import { schoolTime } from '../common/school-day';
import { attachment } from './attachment';
import { type Column, type Kind, type Table, type Value, valueOf } from './table';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WIDE = 36;
const LOOK: Record<Kind, Partial<SheetColumn>> = {
  text: { width: 18 },
  raw: { width: 18 },
  number: { width: 14 },
  rupiah: { width: 18, style: { numFmt: '#,##0' } },
  day: { width: 18, style: { numFmt: 'dd mmm yyyy' } },
  time: { width: 20, style: { numFmt: 'dd mmm yyyy hh:mm' } },
};

/** Streams a table as an Excel file; texts are texts, so nothing is run as a formula. */
export async function sendXlsx<Row>(response: Response, table: Table<Row>): Promise<void> {
  // A tenth of what a process loads to start, which few of them ever need.
  const { stream } = (await import('exceljs')).default;
  attachment(response, table.name, 'xlsx', TYPE);
  const workbook = new stream.xlsx.WorkbookWriter({ stream: response, useStyles: true });
  const sheet = workbook.addWorksheet(table.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const { columns } = table;
  sheet.columns = columns.map(({ heading, kind, wide }) => {
    return { header: heading, ...LOOK[kind], ...(wide && { width: WIDE }) };
  });
  sheet.getRow(1).font = { bold: true };
  for await (const row of table.rows) {
    if (response.destroyed) return;
    sheet.addRow(columns.map((column) => cellOf(row, column))).commit();
    if (response.writableNeedDrain) await drained(response);
  }
  await workbook.commit();
}

function cellOf<Row>(row: Row, column: Column<Row>): Value | Date {
  const value = valueOf(row, column);
  if (typeof value !== 'string') return value;
  // A spreadsheet knows no time zones: what it shows is what is written.
  if (column.kind === 'day') return new Date(`${value}T00:00Z`);
  if (column.kind === 'time') return new Date(`${schoolTime(new Date(value)).replace(' ', 'T')}Z`);
  return value.replace(FORBIDDEN, '\ufffd');
}

/**
 * What XML cannot hold, in any spelling: control characters, half of a surrogate pair, the two noncharacters. A file with one
 * of them opens nowhere; the rest of the text is worth more than that character.
 */
// eslint-disable-next-line no-control-regex -- they are what it is about
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A reader that is slow is waited for; one that left is not. */
function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.once('drain', done).once('close', done);
  });
}
