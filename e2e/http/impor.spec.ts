import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AuditEntryDto, Page, SiswaDetailDto, SiswaPageDto } from '@bantubayar/shared';
import { Stack } from '../support/stack';

const ROOT = resolve(__dirname, '../..');
const AT = '2026-03-01 07:00:00';
const OLD = 'bantubayar_impor_lama';
const YEAR = {
  period_id: '20252026',
  kelas_info: '8A',
  summary: { total_billed: 50, total_paid: 100, total_remaining: -50 },
};

describe('npm run import:laravel', () => {
  let stack: Stack;
  const folder = mkdtempSync(join(tmpdir(), 'bantubayar-impor-'));

  beforeAll(async () => {
    stack = await Stack.start('impor', { students: 3, workers: 0 });
    await stack.query(`DROP DATABASE IF EXISTS ${OLD}`);
    await stack.query(`CREATE DATABASE ${OLD}`);
    await stack.query(
      `CREATE TABLE ${OLD}.siswa (id INT PRIMARY KEY, idperson VARCHAR(255), nama VARCHAR(255))`,
    );
    await stack.query(
      `CREATE TABLE ${OLD}.siswa_pembayaran (id INT AUTO_INCREMENT PRIMARY KEY, siswa_id INT, data LONGTEXT,
         created_at DATETIME, updated_at DATETIME)`,
    );
    await stack.query(`INSERT INTO ${OLD}.siswa VALUES (1, '900001', '=cmd|x'), (2, '900002', '')`);
    for (const [id, data] of [
      [1, JSON.stringify(YEAR)],
      [2, '{'],
    ])
      await stack.query(
        `INSERT INTO ${OLD}.siswa_pembayaran (siswa_id, data, created_at, updated_at) VALUES (?, ?, ?, ?)`,
        [id, data, AT, AT],
      );
  });
  afterAll(async () => {
    await stack.query(`DROP DATABASE ${OLD}`);
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]) => command('import-laravel.mjs', ...args);

  /** With the product's settings; answers the exit code and all that was said. */
  function command(tool: string, ...args: string[]): Promise<{ code: number; said: string }> {
    const env = { ...process.env, DATABASE_URL: stack.databaseUrl, REDIS_URL: stack.redisUrl };
    return new Promise((done) => {
      execFile('node', [join(ROOT, 'tools', tool), ...args], { env }, (error, stdout, stderr) =>
        done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
      );
    });
  }
  const old = () => stack.databaseUrl.replace(/\/[^/]*$/, `/${OLD}`);

  it('says first what it would do, row by row', async () => {
    const file = join(folder, 'laporan.csv');
    const { code, said } = await run('--url', old(), '--report', file);
    expect(code).toBe(0);
    for (const line of ['1  siswa take new', '1  siswa leave bad_row', '1  siswa_pembayaran take new'])
      expect(said).toContain(line);
    expect(said).toContain('Nothing was written');
    const rows = readFileSync(file, 'utf8').trim().split('\n');
    expect(rows[0]).toContain('table,row,idperson,action,reason,message');
    expect(rows).toContain('siswa,2,900002,leave,bad_row,Data siswa tidak sesuai: nama kosong');
    expect((await stack.client.get<SiswaPageDto>('/admin/siswa')).body.total).toBe(3);
  });

  it('takes it, as old as it is, with an entry in the audit; and nothing the second time', async () => {
    const file = join(folder, 'laporan.ndjson');
    expect(await run('--url', old(), '--apply', '--report', file)).toMatchObject({ code: 0 });
    const [line] = readFileSync(file, 'utf8').trim().split('\n');
    expect(JSON.parse(line!)).toMatchObject({ table: 'siswa', action: 'leave', reason: 'bad_row' });
    const { body } = await stack.client.get<SiswaDetailDto>('/admin/siswa/900001');
    expect(body).toMatchObject({ nama: '=cmd|x', fetchedAt: '2026-03-01T00:00:00.000Z', dibayar: 50 });
    const { items } = (await stack.client.get<Page<AuditEntryDto>>('/admin/audit?action=data_imported')).body;
    expect(items).toMatchObject([{ done: true, details: { 'siswa_pembayaran take new': 1 } }]);
    const again = await run('--url', old(), '--apply');
    expect(again.said).toContain('1  siswa_pembayaran keep same');
    expect(again.said).not.toContain(' take ');
    const verified = await command('verify.mjs');
    expect(verified).toMatchObject({
      code: 0,
      said: expect.stringMatching(/unpaid bills: 1 compared, 0 differ/),
    });
  });

  it.each([
    [[], '--url is missing'],
    [['--url', 'mysql://root:rahasia@127.0.0.1:1/x'], 'ECONNREFUSED'],
    [['--url', 'mysql://127.0.0.1/x', '--report', 'laporan.txt'], 'ends in .csv or .ndjson'],
    [['--url', 'mysql://127.0.0.1/x', '--timezone', 'Mars/Olympus'], 'Mars/Olympus'],
  ])('refuses %j and says why', async (args, words) => {
    const { code, said } = await run(...args);
    expect(code).toBe(1);
    expect(said).toContain(words);
    expect(said).not.toContain('rahasia');
  });
});
