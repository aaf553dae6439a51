import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { stream } from 'exceljs';
import { eventually } from '../support/eventually';
import { Stack } from '../support/stack';

const ROWS = 100_000;
/** Of one class: in a workbook each row is many objects. */
const ROWS_OF_CLASS = 40_000;
const FIRST = 900_000_001;
/** Less than the rows would take: an API that held them all would die of it. */
const HEAP_MB = 96;

describe('exports of many rows', () => {
  let stack: Stack;

  beforeAll(async () => {
    const env = { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` };
    stack = await Stack.start('exports', { students: 5, workers: 0, env });
    const digits = Array.from({ length: 10 }, (_, n) => `SELECT ${n} AS n`).join(' UNION ALL ');
    await stack.query(
      `INSERT INTO siswa (idperson, nama, AsramaPondok, KamarPondok, UnitFormal, KelasFormal, status_pembayaran, tunggakan, saldo, created_at)
       SELECT ${FIRST} + a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n, CONCAT('Siswa ', a.n, ' dari ', e.n, REPEAT(' panjang', 20)), REPEAT('asrama ', 13), REPEAT('kamar ', 16),
              'Uji', IF(e.n < 4, '1A', '2A'), 'belum_lunas', 1000 * c.n, 0, UTC_TIMESTAMP(3)
       FROM ${['a', 'b', 'c', 'd', 'e'].map((name) => `(${digits}) AS ${name}`).join(' JOIN ')}`,
    );
  });
  afterAll(() => stack.stop());

  const open = (path: string, signal?: AbortSignal) =>
    stack.client.open(path, { 'Accept-Language': 'id' }, signal);
  const bodyOf = (response: Response) => Readable.fromWeb(response.body as ReadableStream);

  it('stream as CSV from a small heap', async () => {
    const response = await open('/admin/siswa.csv?lembaga=Uji&sort=-tunggakan');
    let [lines, rest] = [0, ''];
    for await (const chunk of bodyOf(response)) {
      const parts = (rest + String(chunk)).split('\n');
      rest = parts.pop()!;
      lines += parts.length;
    }
    expect(lines).toBe(ROWS + 1);
  });

  it('stream as XLSX from a small heap, every row once', async () => {
    const seen = new Set<string>();
    const body = bodyOf(await open('/admin/siswa.xlsx?lembaga=Uji&kelas=1A'));
    const reader = new stream.xlsx.WorkbookReader(body, {});
    for await (const sheet of reader) {
      for await (const row of sheet) seen.add(String(row.getCell(1).value));
    }
    expect(seen.size).toBe(ROWS_OF_CLASS + 1);
  }, 180_000);

  it('end on the server too when the reader leaves', async () => {
    const leaving = new AbortController();
    const response = await open('/admin/siswa.csv?lembaga=Uji', leaving.signal);
    await response.body!.getReader().read();
    leaving.abort();
    const reading =
      "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE '%FROM `siswa`%'";
    let quiet = 0;
    await eventually(async () => {
      quiet = (await stack.query(reading)).length === 0 ? quiet + 1 : 0;
      return quiet >= 5 ? true : null;
    });
    expect((await stack.client.get('/health/live')).status).toBe(200);
  });
});
