import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { DashboardDto, RingkasanDto, SyncRunDto } from '@bantubayar/shared';
import { Stack } from '../support/stack';

const STUDENTS = 2_000;
const VERIFY = path.resolve(__dirname, '../../tools/verify.mjs');

interface Verification {
  checks: { what: string; compared: number; differences: string[] }[];
  sums: Omit<RingkasanDto, 'usang' | 'tagihan' | 'dibayar' | 'tunggakan'> &
    Record<'tagihan' | 'dibayar' | 'tunggakan', string>;
}

describe('derived figures, recomputed from the stored answers', () => {
  let stack: Stack;
  let changed: SyncRunDto;
  let paidBefore: bigint;

  beforeAll(async () => {
    stack = await Stack.start('figures', { students: STUDENTS, latencyMs: 0 });
    await run();
    paidBefore = BigInt((await verify()).sums.dibayar);
    await stack.faults({ changedShare: 0.2, changeSeed: 3 });
    changed = await run();
  }, 180_000);
  afterAll(() => stack.stop());

  async function run(): Promise<SyncRunDto> {
    return get<SyncRunDto>(`/admin/sync-pembayaran/runs/${await stack.client.runToEnd()}`);
  }

  /** `npm run verify`, with its exit code. */
  async function verify(): Promise<Verification & { code: number }> {
    const env = { ...process.env, DATABASE_URL: stack.databaseUrl };
    const { stdout, code } = await promisify(execFile)(process.execPath, [VERIFY, '--json'], { env })
      .then(({ stdout }) => ({ stdout, code: 0 }))
      .catch((error: { stdout: string; code: number }) => error);
    return { ...(JSON.parse(stdout) as Verification), code };
  }
  const get = async <T>(path: string) => (await stack.client.get<T>(path)).body;

  it('are right to the rupiah for every student, change and run', async () => {
    expect(changed).toMatchObject({ status: 'completed', total: STUDENTS });
    expect(changed.paidSiswa).toBeGreaterThan(STUDENTS / 10);
    const { checks, sums, code } = await verify();
    expect(checks).toEqual([
      { what: 'students', compared: STUDENTS, differences: [] },
      { what: 'changes', compared: changed.updated, differences: [] },
      { what: 'runs', compared: 2, differences: [] },
    ]);
    expect(code).toBe(0);
    expect(BigInt(sums.dibayar) - paidBefore).toBe(BigInt(changed.paidAmount));
  });

  it('add up on the dashboard and over every filter', async () => {
    const { sums } = await verify();
    const expected = Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, Number(value)]));
    expect(await get<RingkasanDto>('/admin/siswa/ringkasan')).toEqual({ ...expected, usang: 0 });

    const dashboard = await get<DashboardDto>('/admin');
    expect(dashboard.semua).toEqual({ ...expected, usang: 0 });
    for (const unit of dashboard.lembaga) {
      const { lembaga, kelas, ...figures } = unit;
      expect(await get(`/admin/siswa/ringkasan?lembaga=${encodeURIComponent(lembaga!)}`)).toEqual(figures);
      expect(kelas.reduce((sum, each) => sum + each.tunggakan, 0)).toBe(figures.tunggakan);
    }
    expect(dashboard.harian).toHaveLength(30);
    expect(dashboard.harian.reduce((sum, { jumlah }) => sum + jumlah, 0)).toBe(changed.paidAmount);
    expect(dashboard.harian.reduce((sum, { siswa }) => sum + siswa, 0)).toBe(changed.paidSiswa);
  });

  it('would not pass unseen if one of them were wrong', async () => {
    const [row] = await stack.query<{ idperson: string; tunggakan: string }>(
      'SELECT idperson, tunggakan FROM siswa WHERE tunggakan > 0 LIMIT 1',
    );
    const { idperson, tunggakan } = row!;
    await stack.query('UPDATE siswa SET tunggakan = tunggakan + 1 WHERE idperson = ?', [idperson]);
    const { checks, code } = await verify();
    await stack.query('UPDATE siswa SET tunggakan = tunggakan - 1 WHERE idperson = ?', [idperson]);
    expect(code).toBe(1);
    expect(checks[0]!.differences).toEqual([
      `siswa ${idperson}: tunggakan is ${Number(tunggakan) + 1}, should be ${tunggakan}`,
    ]);
  });
});
