import type { AuditEntryDto, HasilUjiDto, KoneksiDto, Page, PerhatianListDto } from '@bantubayar/shared';
import { ApiClient } from '../support/client';
import { eventually } from '../support/eventually';
import { Stack } from '../support/stack';

const STUDENTS = 300;
const TOKEN = 'rahasia-layanan-7d1f';
const KONEKSI = '/admin/koneksi';
const SYNC = '/admin/sync-pembayaran';

describe('the connection to the payment service', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('koneksi', {
      ...{ students: STUDENTS, latencyMs: 20, simulatorToken: TOKEN, workers: 2 },
      env: { DEMO_DATA: 'false' },
    });
  });
  afterAll(() => stack.stop());

  const get = async () => (await stack.client.get<KoneksiDto>(KONEKSI)).body;
  const save = (body: object) => stack.client.send<KoneksiDto>('PUT', KONEKSI, body);
  const test = async (body: object = {}) =>
    (await stack.client.post<HasilUjiDto>(`${KONEKSI}/uji`, body)).body;
  const waiting = async () =>
    (await stack.client.get<PerhatianListDto>('/admin/perhatian')).body.items
      .map(({ jenis }) => jenis)
      .filter((jenis) => jenis !== 'usang');
  const waits = (...expected: string[]) =>
    eventually(async () => (String(await waiting()) === String(expected) ? true : null), 10_000);

  it('has no credentials at first, and a refusal waits for a person', async () => {
    const none = { asal: 'none', tersimpan: 'tidak' };
    expect(await get()).toMatchObject({
      ...{ alamat: expect.stringMatching(/^http:/), token: none, cookie: none, dapatDisimpan: true },
      ...{ disimpanOleh: null, kontak: null, peranMelihat: ['admin'], peranMengubah: ['admin'] },
    });
    expect((await stack.client.post('/admin/siswa/sync')).body).toMatchObject({ code: 'roster_unreachable' });
    await waits('koneksi');
    expect(await get()).toMatchObject({
      kontak: { berhasil: false, reason: 'credentials_rejected', httpStatus: 401 },
      ditolakSejak: expect.any(String),
    });
  });

  it('is tested with credentials before they are saved', async () => {
    expect(await test()).toMatchObject({
      ...{ berhasil: false, reason: 'credentials_rejected', httpStatus: 401, siswa: null },
      jawaban: expect.stringContaining('Unauthenticated'),
    });
    expect(await test({ token: TOKEN })).toMatchObject({
      ...{ berhasil: true, reason: null, siswa: STUDENTS, httpStatus: 200 },
      message: expect.stringMatching(/^Terhubung: 300 siswa, [\d.]+ ms$/),
    });
    // They are not in use.
    expect(await get()).toMatchObject({ token: { asal: 'none' }, kontak: { berhasil: false } });
    expect(await waiting()).toEqual(['koneksi']);
  });

  it('takes saved ones at once, and waits for nobody after a good contact', async () => {
    const { status, body } = await save({ token: ` ${TOKEN} ` });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ token: { asal: 'saved', tersimpan: 'ya' }, cookie: { asal: 'none' } },
      ...{ disimpanOleh: 'Admin', disimpanPada: expect.any(String) },
    });
    expect(JSON.stringify(body)).not.toContain(TOKEN);
    expect((await stack.client.post('/admin/siswa/sync')).status).toBe(200);
    await waits();
    expect(await test()).toMatchObject({ berhasil: true, siswa: STUDENTS });
  });

  it('that refuses in a run is told once, and good credentials are enough to resume', async () => {
    await stack.faults({ latencyMs: 300 });
    await stack.client.start();
    await stack.client.progressUntil(({ processed }) => processed > 10);
    await save({ token: 'bukan-ini' });
    const paused = await stack.client.progressUntil(({ status }) => status === 'paused');
    expect(paused).toMatchObject({ pauseCode: 'credentials', failed: 0 });
    await waits('koneksi');
    await save({ token: TOKEN });
    await stack.faults({});
    expect((await stack.client.post(`${SYNC}/resume`)).status).toBe(200);
    const end = await stack.client.progressUntil(({ isRunning }) => !isRunning);
    expect(end).toMatchObject({ status: 'completed', successCount: STUDENTS, failed: 0 });
    await waits();
  });

  it('refuses what no header can carry without repeating it, and lets nobody else near', async () => {
    const wrong = await save({ token: 'rahasia dengan spasi' });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toMatchObject({
      code: 'validation_failed',
      details: { fields: { token: [expect.any(String)] } },
    });
    expect(JSON.stringify(wrong.body)).not.toContain('rahasia');
    expect((await stack.client.post(`${KONEKSI}/uji`, { cookie: 'a=ä' })).status).toBe(400);

    const who = {
      email: 'petugas@sekolah.test',
      nama: 'Petugas',
      role: 'petugas',
      password: 'kata-sandi-panjang',
    };
    await stack.client.post('/auth/users', who);
    const petugas = new ApiClient(stack.url);
    await petugas.login(who.email, who.password);
    expect((await petugas.get(KONEKSI)).status).toBe(403);
    expect((await petugas.post(`${KONEKSI}/uji`, {})).status).toBe(403);
    expect((await petugas.send('PUT', KONEKSI, { token: '' })).status).toBe(403);
  });

  it('is told to nobody: not in the audit list, the log, or the database', async () => {
    const { items } = (await stack.client.get<Page<AuditEntryDto>>('/admin/audit?action=connection_saved'))
      .body;
    expect(items.map(({ details }) => details)).toEqual([{ token: '…' }, { token: '…' }, { token: '…' }]);
    const [row] = await stack.query<{ token: Buffer }>('SELECT token FROM koneksi');
    expect(row!.token.includes(Buffer.from(TOKEN))).toBe(false);
    for (const { said } of [stack.api, ...stack.workers]) expect(said).not.toContain(TOKEN);
  });

  it('forgets them when they are removed', async () => {
    expect((await save({ token: '' })).body).toMatchObject({ token: { asal: 'none', tersimpan: 'tidak' } });
    expect(await test()).toMatchObject({ berhasil: false, httpStatus: 401 });
  });
});

describe('a server without a key', () => {
  it('uses the credentials of its environment, and saves none', async () => {
    const stack = await Stack.start('koneksi_env', {
      ...{ students: 5, simulatorToken: TOKEN, workers: 0 },
      env: { DEMO_DATA: 'false', SECRETS_KEY: '', PAYMENT_API_TOKEN: TOKEN },
    });
    try {
      const { body } = await stack.client.get<KoneksiDto>(KONEKSI);
      expect(body).toMatchObject({
        token: { asal: 'environment', tersimpan: 'tidak' },
        dapatDisimpan: false,
      });
      const refused = await stack.client.send('PUT', KONEKSI, { cookie: 'sesi=1' });
      expect(refused).toMatchObject({ status: 409, body: { code: 'secrets_key_missing' } });
      const { body: result } = await stack.client.post(`${KONEKSI}/uji`, { token: 'bukan-ini' });
      expect(result).toMatchObject({ berhasil: true, siswa: 5 });
    } finally {
      await stack.stop();
    }
  });
});
