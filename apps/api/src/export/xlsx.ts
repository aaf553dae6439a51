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
    sheet.addRow(withoutForbidden(row)).commit();
    if (response.writableNeedDrain) await drained(response);
  }
  await workbook.commit();
}

/** What XML cannot hold, in any spelling: control characters, half of a surrogate pair, the two noncharacters. */
// eslint-disable-next-line no-control-regex -- they are what it is about
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A file with one forbidden character opens nowhere; the rest of the text is worth more than that character. */
function withoutForbidden<Row>(row: Row): Row {
  const cells = Object.entries(row as object).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' ? value.replace(FORBIDDEN, '\ufffd') : value,
  ]);
  return Object.fromEntries(cells) as Row;
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
