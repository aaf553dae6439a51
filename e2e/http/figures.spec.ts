import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { DashboardDto, RingkasanTunggakanListDto, SyncRunDto } from '@bantubayar/shared';
import { eventually } from '../support/eventually';
import { Stack } from '../support/stack';

const STUDENTS = 1_000;
const VERIFY = path.resolve(__dirname, '../../tools/verify.mjs');

type Amounts = 'tagihan' | 'dibayar' | 'tunggakan' | 'belumJatuhTempo' | 'lebihBayar';
interface Verification {
  checks: { what: string; compared: number; differences: string[] }[];
  sums: Record<Amounts, string> & Record<'total' | 'lunas' | 'belumLunas' | 'belumSinkron', number>;
  umur: Record<string, { bills: number; siswa: number; tunggakan: string }>;
  kategori: Record<string, { bills: number; siswa: number; tunggakan: string }>;
  harian: Record<string, number>;
}

describe('derived figures, recomputed from the stored answers', () => {
  let stack: Stack;
  let changed: SyncRunDto;
  let paidBefore: bigint;

  beforeAll(async () => {
    stack = await Stack.start('figures', { students: STUDENTS, latencyMs: 0 });
    await run();
    paidBefore = BigInt((await verify()).sums.dibayar);
    await stack.faults({ changedShare: 0.2, reversedShare: 0.1, changeSeed: 3, nullCategories: 0.02 });
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

  /** What the product says of all of it, in the shape of what was recomputed. */
  async function told(): Promise<Omit<Verification, 'checks'>> {
    const { semua, harian } = await get<DashboardDto>('/admin?days=90');
    const { usang: _, dihitungUlang, ...sums } = semua;
    expect(dihitungUlang).toBe(0);
    const texts = Object.entries(sums).map(([name, value]) => [
      name,
      /^(total|lunas|belumLunas|belumSinkron)$/.test(name) ? value : String(value),
    ]);
    const nets = harian.filter(({ jumlah }) => jumlah !== 0).map(({ tanggal, jumlah }) => [tanggal, jumlah]);
    return {
      sums: Object.fromEntries(texts) as Verification['sums'],
      umur: await owedBy('umur'),
      kategori: await owedBy('kategori'),
      harian: Object.fromEntries(nets) as Record<string, number>,
    };
  }
  async function owedBy(kelompok: string) {
    const { items } = await get<RingkasanTunggakanListDto>(`/admin/tunggakan/ringkasan?kelompok=${kelompok}`);
    return Object.fromEntries(
      items.map(({ kelompok, tunggakan, ...counts }) => [
        String(kelompok),
        { ...counts, tunggakan: String(tunggakan) },
      ]),
    );
  }

  it('are right to the rupiah for every student, bill, change and run', async () => {
    expect(changed).toMatchObject({ status: 'completed', total: STUDENTS });
    expect(changed.paidSiswa).toBeGreaterThan(STUDENTS / 10);
    expect(changed.fellSiswa).toBeGreaterThan(STUDENTS / 20);
    const { checks, sums, umur, code } = await verify();
    expect(checks).toEqual([
      { what: 'students', compared: STUDENTS, differences: [] },
      { what: 'unpaid bills', compared: expect.any(Number), differences: [] },
      { what: 'kept sums', compared: expect.any(Number), differences: [] },
      { what: 'changes', compared: STUDENTS + changed.updated, differences: [] },
      { what: 'runs', compared: 2, differences: [] },
    ]);
    expect(code).toBe(0);
    expect(Object.keys(umur).length).toBeGreaterThan(4);
    expect(BigInt(sums.belumJatuhTempo)).toBeGreaterThan(0n);
    expect(BigInt(sums.lebihBayar)).toBeGreaterThan(0n);
    expect(BigInt(sums.dibayar) - paidBefore).toBe(BigInt(changed.netAmount));
  });

  it('add up on the dashboard and over every filter', async () => {
    const { checks: _, code: __, ...recomputed } = await verify();
    expect(await told()).toEqual(recomputed);
    const dashboard = await get<DashboardDto>('/admin');
    for (const { lembaga, kelas, ...figures } of dashboard.lembaga) {
      const only = encodeURIComponent(lembaga!);
      expect(await get(`/admin/siswa/ringkasan?lembaga=${only}`)).toEqual(figures);
      expect(kelas.reduce((sum, each) => sum + each.tunggakan, 0)).toBe(figures.tunggakan);
      const ofUnit = await get<DashboardDto>(`/admin?lembaga=${only}`);
      expect(ofUnit.semua).toEqual(figures);
      for (const groups of [ofUnit.umur, ofUnit.kategori])
        expect(groups.reduce((sum, { tunggakan }) => sum + tunggakan, 0)).toBe(figures.tunggakan);
    }
    expect(dashboard.harian).toHaveLength(30);
    const today = dashboard.harian.at(-1)!;
    expect([today.jumlah, today.siswa, today.siswaTurun]).toEqual([
      ...[changed.netAmount, changed.paidSiswa, changed.fellSiswa],
    ]);
  });

  it('would not pass unseen if one of them were wrong', async () => {
    const [row] = await stack.query<{ idperson: string; tunggakan: string }>(
      'SELECT idperson, tunggakan FROM siswa WHERE tunggakan > 0 LIMIT 1',
    );
    const { idperson, tunggakan } = row!;
    const change = (by: number) =>
      Promise.all([
        stack.query('UPDATE siswa SET tunggakan = tunggakan + ? WHERE idperson = ?', [by, idperson]),
        stack.query('UPDATE tagihan_terbuka SET dibayar = dibayar - ? WHERE idperson = ? LIMIT 1', [
          by,
          idperson,
        ]),
        stack.query(
          `UPDATE hitungan_tagihan SET jumlah = jumlah + ? WHERE kunci LIKE '["kategori"%' ORDER BY kunci LIMIT 1`,
          [by],
        ),
      ]);
    await change(1);
    const { checks, code } = await verify();
    await change(-1);
    expect(code).toBe(1);
    expect(checks[0]!.differences).toEqual([
      `siswa ${idperson}: tunggakan is ${Number(tunggakan) + 1}, should be ${tunggakan}`,
    ]);
    expect(checks[1]!.differences).toEqual([expect.stringContaining(`siswa ${idperson}: unpaid are`)]);
    expect(checks[2]!.differences).toEqual([expect.stringMatching(/^\["kategori",.* is \d+ of \d+ bills/)]);
  });

  it.each([3, 40])('are right %d days later, nobody having been there at midnight', async (days) => {
    const before = (await verify()).sums;
    await stack.moveClock(days);
    await eventually(async () => ((await verify()).code === 0 ? true : null));
    const { checks: _, code: __, ...recomputed } = await verify();
    expect(await told()).toEqual(recomputed);
    const [was, is] = [before, recomputed.sums].map(({ tunggakan, belumJatuhTempo }) => [
      ...[BigInt(tunggakan), BigInt(belumJatuhTempo)],
    ]);
    if (days > 30) expect(is![0]).toBeGreaterThan(was![0]!);
    expect(is![0]! + is![1]!).toBe(was![0]! + was![1]!);
  });
});
