import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Workbook } from 'exceljs';
import express from 'express';
import { sendTable } from './send-table';
import type { Column } from './table';

interface Row {
  nama: string;
  sisa: number | null;
  status: string;
  jatuhTempo: string | null;
  at: string | null;
}

const COLUMNS: readonly Column<Row>[] = [
  { name: 'nama', heading: 'Nama', kind: 'text' },
  { name: 'sisa', heading: 'Sisa', kind: 'rupiah' },
  { name: 'status', heading: 'Status', kind: 'text', words: (status: string) => status.toUpperCase() },
  { name: 'jatuhTempo', heading: 'Jatuh tempo', kind: 'day' },
  { name: 'at', heading: 'Waktu', kind: 'time' },
];
const AHMAD: Row = {
  nama: 'Ahmad',
  sisa: -25000,
  status: 'lunas',
  jatuhTempo: '2026-07-10',
  at: '2026-11-24T17:30:00.000Z',
};
const EMPTY = { sisa: null, status: '', jatuhTempo: null, at: null };

/** What a program gets that asks for the table. */
async function fetchTable(
  file: 'csv' | 'xlsx',
  rows: Row[],
  ask: { language?: string; format?: 'api' } = {},
) {
  const app = express().use((request, response) => {
    const all = (async function* () {
      yield* rows;
    })();
    void sendTable(file, { request, response }, ask.format, { name: 'uji', columns: COLUMNS, rows: all });
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const headers = { 'Accept-Language': ask.language ?? 'id' };
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { headers });
  const body = Buffer.from(await response.arrayBuffer());
  server.close();
  return { body, response };
}
const csv = async (...args: [Row[], { language?: string; format?: 'api' }?]) =>
  (await fetchTable('csv', ...args)).body.toString().slice(1).trimEnd().split('\n');

describe('a table as a file', () => {
  it('is for people: headings, words, the school’s time and a name with the day', async () => {
    expect(await csv([AHMAD])).toEqual([
      'Nama;Sisa;Status;Jatuh tempo;Waktu',
      'Ahmad;-25000;LUNAS;2026-07-10;2026-11-25 00:30',
    ]);
    const { response } = await fetchTable('csv', []);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="uji-\d{4}-\d\d-\d\d\.csv"$/,
    );
  });

  it('is for programs, where they ask for it: names and values of the API', async () => {
    expect(await csv([AHMAD], { format: 'api', language: 'en' })).toEqual([
      'nama,sisa,status,jatuhTempo,at',
      'Ahmad,-25000,lunas,2026-07-10,2026-11-24T17:30:00.000Z',
    ]);
  });

  it.each(['id', 'en'])(
    'keeps its columns in whichever spreadsheet, and runs no formula (%s)',
    async (language) => {
      const separator = language === 'id' ? ';' : ',';
      const of = async (nama: string) =>
        (await csv([{ ...EMPTY, nama }], { language }))[1]!.split(separator.repeat(4))[0];
      expect(await of('a;b')).toBe('"a;b"');
      expect(await of('a,b')).toBe('"a,b"');
      expect(await of('a;=1+1')).toBe('"a;=1+1"');
      for (const formula of ['=1+1', '+62812', '-5', '@SUM(A1)'])
        expect(await of(formula)).toBe(`'${formula}`);
      expect(await of('=A1;B1')).toBe(`"'=A1;B1"`);
    },
  );

  it('is an Excel file with amounts, days and times of the school as such', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load((await fetchTable('xlsx', [AHMAD])).body as never);
    const [heads, cells] = [1, 2].map((row) => workbook.worksheets[0]!.getRow(row).values);
    expect(heads).toEqual([undefined, 'Nama', 'Sisa', 'Status', 'Jatuh tempo', 'Waktu']);
    const [day, time] = ['2026-07-10T00:00Z', '2026-11-25T00:30Z'].map((each) => new Date(each));
    expect(cells).toEqual([undefined, 'Ahmad', -25000, 'LUNAS', day, time]);
  });

  it('opens in Excel whatever its texts hold, and runs none of them', async () => {
    const names = ['a\u0000b\u0008c\u000bd\ud83de\uffff', '=1+1', 'baris\nsatu\tdua 😀'];
    const workbook = new Workbook();
    const { body } = await fetchTable(
      'xlsx',
      names.map((nama) => ({ ...EMPTY, nama })),
    );
    await workbook.xlsx.load(body as never);
    const cells = [2, 3, 4].map((row) => workbook.worksheets[0]!.getRow(row).getCell(1).value);
    expect(cells).toEqual(['a\ufffdb\ufffdc\ufffdd\ufffde\ufffd', '=1+1', 'baris\nsatu\tdua 😀']);
  });
});
