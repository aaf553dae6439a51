import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SiswaDetailDto, SiswaLineDto, SiswaPageDto } from '@bantubayar/shared';
import { eventually } from '../support/eventually';
import { Stack } from '../support/stack';

const STUDENTS = 40;
const ROWS = 10_000;
const FIRST = 900_000_001;
/** Less than the payments of all of them take. */
const HEAP_MB = 96;

describe('all students as NDJSON', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('bulk', {
      students: STUDENTS,
      env: { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` },
    });
    await stack.client.runToEnd();
    const digits = Array.from({ length: 10 }, (_, n) => `SELECT ${n} AS n`).join(' UNION ALL ');
    await stack.query(
      `INSERT INTO siswa (idperson, nama, UnitFormal, status_pembayaran, pembayaran, created_at)
       SELECT ${FIRST} + a.n + 10 * b.n + 100 * c.n + 1000 * d.n, CONCAT('Siswa ', a.n), 'Uji', 'lunas',
         CONCAT('[{"isi":"', REPEAT('x', 20000), '"}]'), UTC_TIMESTAMP(3)
       FROM ${['a', 'b', 'c', 'd'].map((name) => `(${digits}) AS ${name}`).join(' JOIN ')}`,
    );
  });
  afterAll(() => stack.stop());

  const open = (query: string, signal?: AbortSignal) =>
    stack.client.open(`/admin/siswa.ndjson${query}`, {}, signal);

  async function linesOf(query: string): Promise<SiswaLineDto[]> {
    const text = await (await open(query)).text();
    expect(text.endsWith('\n') || text === '').toBe(true);
    return text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as SiswaLineDto);
  }

  it('has what the list and the detail tell, by idperson, without payments unless asked for', async () => {
    const lines = await linesOf('?lembaga=SMP');
    const { body: list } = await stack.client.get<SiswaPageDto>(
      '/admin/siswa?lembaga=SMP&sort=idperson&limit=500',
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(lines).toMatchObject(list.items);
    const { idperson } = lines[0]!;
    const { body } = await stack.client.get<SiswaDetailDto>(`/admin/siswa/${idperson}`);
    const { periode: _, review: __, pembayaran, ...roster } = body;
    expect(lines[0]).toEqual(roster);
    const [first] = await linesOf('?lembaga=SMP&include=pembayaran');
    expect(first).toEqual({ ...roster, pembayaran });
  });

  it('takes the list’s filters, and those who left only where asked', async () => {
    const [{ idperson }] = (await linesOf('?lembaga=SMA')) as [SiswaLineDto];
    await stack.query('UPDATE siswa SET left_at = UTC_TIMESTAMP(3) WHERE idperson = ?', [idperson]);
    const named = (lines: SiswaLineDto[]) => lines.filter((line) => line.idperson === idperson);
    expect(named(await linesOf('?lembaga=SMA'))).toEqual([]);
    expect(named(await linesOf('?lembaga=SMA&left=true'))).toMatchObject([{ leftAt: expect.any(String) }]);
    expect(await linesOf('?search=tidak-ada-namanya')).toEqual([]);
    for (const wrong of ['include=semua', 'left=ya', 'limit=5', 'status=apa'])
      expect((await stack.client.get(`/admin/siswa.ndjson?${wrong}`)).status).toBe(400);
  });

  it('keeps a line a line, however the payment service breaks it', async () => {
    await stack.query('UPDATE siswa SET pembayaran = ? WHERE idperson = ?', [
      '[\n{"a": 1.10,\r\n"b":"\\n"}\n]',
      FIRST,
    ]);
    const text = await (await open(`?search=${FIRST}&include=pembayaran`)).text();
    expect(text).toContain('"pembayaran":[ {"a": 1.10, "b":"\\n"} ]}\n');
  });

  it('streams more than the heap holds, every student once, to a reader that is slow', async () => {
    const seen = new Set<string>();
    let [rest, bytes] = ['', 0];
    const { body } = await open('?lembaga=Uji&include=pembayaran');
    for await (const chunk of Readable.fromWeb(body as ReadableStream)) {
      bytes += (chunk as Buffer).length;
      if (seen.size < 1_000) await sleep(5);
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop()!;
      for (const line of lines) seen.add((JSON.parse(line) as SiswaLineDto).idperson);
    }
    expect(bytes).toBeGreaterThan(1.5 * HEAP_MB * 1_000_000);
    expect([seen.size, rest]).toEqual([ROWS, '']);
  });

  it('ends on the server when the reader leaves', async () => {
    const leaving = new AbortController();
    const { body } = await open('?include=pembayaran', leaving.signal);
    await body!.getReader().read();
    leaving.abort();
    const reading = `SELECT id FROM information_schema.processlist
      WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE '%siswa.idperson%'`;
    let quiet = 0;
    await eventually(async () => {
      quiet = (await stack.query(reading)).length === 0 ? quiet + 1 : 0;
      return quiet >= 5 ? true : null;
    });
    expect((await stack.client.get('/health/live')).status).toBe(200);
  });

  it('is cut off, and never looks whole, when the database fails in the middle', async () => {
    const { body } = await open('?include=pembayaran');
    const reader = body!.getReader();
    await reader.read();
    await stack.query('RENAME TABLE siswa TO siswa_away');
    const readOn = async () => {
      while (!(await reader.read()).done);
    };
    await expect(readOn()).rejects.toThrow();
    await stack.query('RENAME TABLE siswa_away TO siswa');
  });

  it('answers an error as everywhere when it fails before the first line, and HEAD without reading on', async () => {
    await stack.query('RENAME TABLE siswa TO siswa_away');
    const { status, body } = await stack.client.get('/admin/siswa.ndjson');
    await stack.query('RENAME TABLE siswa_away TO siswa');
    expect({ status, body }).toMatchObject({ status: 500, body: { code: 'internal_error' } });
    const answer = await stack.client.send('HEAD', '/admin/siswa.ndjson?include=pembayaran');
    expect(answer).toMatchObject({ status: 200, body: '' });
  });
});
