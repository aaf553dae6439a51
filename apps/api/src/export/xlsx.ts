import { stream } from 'exceljs';
import type { Response } from 'express';
import { attachment } from './attachment';
import type { Table } from './table';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WIDE = new Set(['nama', 'message']);

/** Streams a table as an Excel file; texts are texts, so nothing is run as a formula. */
export async function sendXlsx<Row>(response: Response, table: Table<Row>): Promise<void> {
  attachment(response, `${table.name}.xlsx`, TYPE);
  const workbook = new stream.xlsx.WorkbookWriter({ stream: response, useStyles: true });
  const sheet = workbook.addWorksheet(table.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = table.columns.map((key) => ({ header: key, key, width: WIDE.has(key) ? 36 : 18 }));
  sheet.getRow(1).font = { bold: true };
  for await (const row of table.rows) {
    if (response.destroyed) return;
    sheet.addRow(row).commit();
    if (response.writableNeedDrain) await drained(response);
  }
  await workbook.commit();
}

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
