import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Workbook } from 'exceljs';
import type { Response } from 'express';
import { sendXlsx } from './xlsx';

describe('a table as an Excel file', () => {
  it('opens whatever its texts hold, and runs none of them', async () => {
    const server = createServer((_, response) => {
      const rows = (async function* () {
        yield { nama: 'a\u0000b\u0008c\u000bd\ud83de\uffff', message: '=1+1' };
        yield { nama: 'baris\nsatu\tdua 😀', message: null };
      })();
      void sendXlsx(response as Response, { name: 'uji', columns: ['nama', 'message'], rows });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const file = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const workbook = new Workbook();
    await workbook.xlsx.load(await file.arrayBuffer());
    server.close();
    const cells = [2, 3].map((row) => workbook.worksheets[0]!.getRow(row).values);
    expect(cells).toEqual([
      [undefined, 'a\ufffdb\ufffdc\ufffdd\ufffde\ufffd', '=1+1'],
      [undefined, 'baris\nsatu\tdua 😀'],
    ]);
  });
});
