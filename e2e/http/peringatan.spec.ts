import type {
  CreatePenerimaDto,
  DeliveryDto,
  Page,
  PenerimaDto,
  PenerimaListDto,
  SyncProgressDto,
} from '@bantubayar/shared';
import { eventually } from '../support/eventually';
import { Mailbox } from '../support/mailbox';
import { Stack } from '../support/stack';

const STUDENTS = 20;
const PATH = '/admin/peringatan';
const KEPALA = 'kepala@sekolah.test';
const TU = 'tu@sekolah.test';

describe('letters about runs', () => {
  let stack: Stack;
  let box: Mailbox;

  beforeAll(async () => {
    box = await Mailbox.start();
    stack = await Stack.start('peringatan', {
      ...{ students: STUDENTS, workers: 2 },
      env: {
        ...{ SMTP_URL: box.url, MAIL_FROM: 'Bantubayar <bantubayar@sekolah.test>' },
        ...{ PUBLIC_URL: 'https://bantubayar.sekolah.test/', SYNC_TRIES: '1' },
      },
    });
    await stack.client.send('PUT', '/admin/sync-pembayaran/schedule', {
      ...{ enabled: true, cron: '0 2 1 1 *', timezone: 'Asia/Jakarta' },
    });
  });
  beforeEach(() => void (box.letters.length = 0));
  afterEach(async () => {
    box.refuse = () => null;
    for (const { id } of await receivers()) await stack.client.send('DELETE', `${PATH}/${id}`);
    await stack.faults({});
  });
  afterAll(async () => {
    await stack.stop();
    await box.stop();
  });

  const receivers = async () => (await stack.client.get<PenerimaListDto>(PATH)).body.items;
  const add = async (body: CreatePenerimaDto) => (await stack.client.post<PenerimaDto>(PATH, body)).body;
  const deliveries = async (id: string) =>
    (await stack.client.get<Page<DeliveryDto>>(`${PATH}/${id}/deliveries`)).body.items;
  const runBySchedule = async (until: (now: SyncProgressDto) => boolean = ({ isRunning }) => !isRunning) => {
    const { runId: before } = await stack.client.progress();
    await stack.query('UPDATE sync_schedule SET next_run_at = UTC_TIMESTAMP(3)');
    return stack.client.progressUntil((now) => now.runId !== before && until(now));
  };
  const come = (address: string, count = 1) =>
    eventually(async () => (box.of(address).length >= count ? box.of(address) : null), 15_000);
  const waiting = () =>
    stack.query<{ n: number }>("SELECT COUNT(*) AS n FROM webhook_delivery WHERE state = 'pending'");

  it('tell how a scheduled run ended: each receiver once, in words, without names', async () => {
    await add({ email: KEPALA, ringkasan: 'selalu' });
    await add({ email: TU, ringkasan: 'selalu', bahasa: 'en' });
    await add({ email: 'diam@sekolah.test' });
    const { runId } = await runBySchedule();
    const [letter] = await come(KEPALA);
    expect(letter!.subject).toMatch(/^Sinkronisasi (malam|terjadwal): selesai$/);
    expect(letter!.text).toContain(`Run ${runId}, dimulai oleh Jadwal`);
    expect(letter!.text).toContain(`Siswa: ${STUDENTS}\nBerubah: ${STUDENTS}\nTetap: 0\nGagal: 0`);
    expect(letter!.text).toContain('Tidak ada yang perlu ditangani.');
    const link = `https://bantubayar.sekolah.test/admin/sync-pembayaran/runs/${runId}`;
    expect(letter!.text).toContain(`Rincian: ${link}`);
    expect(letter!.html).toContain(`<a href="${link}">${link}</a>`);
    expect(letter!.headers).toMatch(/^From: Bantubayar <bantubayar@sekolah.test>/m);
    expect(letter!.headers).toMatch(/^Auto-Submitted: auto-generated/m);
    expect((await come(TU))[0]!.subject).toMatch(/^(Nightly|Scheduled) sync: finished$/);
    await stack.client.start();
    await stack.client.progressUntil(({ isRunning }) => !isRunning);
    await eventually(async () => (Number((await waiting())[0]!.n) === 0 ? true : null));
    expect(box.letters.map(({ to }) => to).sort()).toEqual([KEPALA, TU]);
  });

  it('tell of what needs a person, with links, and of runs by hand where that is wanted', async () => {
    await add({ email: KEPALA });
    await add({ email: TU, semuaRun: true });
    await stack.faults({ notFound404: 1 });
    const { runId, failed } = await runBySchedule();
    expect(failed).toBe(STUDENTS);
    const [letter] = await come(KEPALA);
    expect(letter!.subject).toMatch(/: selesai, 20 gagal$/);
    expect(letter!.text).toMatch(/- 20 siswa gagal diambil \(.+: 20\)/);
    expect(letter!.text).toContain(`/admin/sync-pembayaran/runs/${runId}?outcome=failed`);
    await come(TU);
    await stack.client.start();
    await stack.client.progressUntil(({ isRunning }) => !isRunning);
    expect((await come(TU, 2))[1]!.subject).toBe('Sinkronisasi: selesai, 20 gagal');
    expect(box.of(KEPALA)).toHaveLength(1);
  });

  it('tell at once of a run that stands, unless it goes on within a minute, and of one that did not begin', async () => {
    const { id } = await add({ email: KEPALA, ringkasan: 'tidak' });
    await stack.faults({ unauthorized401: 1 });
    const { runId } = await runBySchedule(({ status }) => status === 'paused');
    const pause = async () => (await deliveries(id)).filter(({ state }) => state === 'pending');
    const [held] = await eventually(async () => ((await pause()).length > 0 ? pause() : null));
    expect(Date.parse(held!.nextAt!) - Date.parse(held!.createdAt)).toBeGreaterThan(55_000);
    await stack.faults({});
    await stack.client.post('/admin/sync-pembayaran/resume');
    await stack.client.progressUntil(({ isRunning }) => !isRunning);
    expect(await deliveries(id)).toEqual([]);

    await stack.faults({ unauthorized401: 1 });
    await runBySchedule((now) => now.status === 'paused' && now.runId !== runId);
    await eventually(async () => ((await pause()).length > 0 ? true : null));
    await stack.query("UPDATE webhook_delivery SET next_at = UTC_TIMESTAMP(3) WHERE once_key LIKE 'jeda:%'");
    const [letter] = await come(KEPALA);
    expect(letter!.subject).toMatch(/: dijeda, server pembayaran menolak kredensialnya$/);
    expect(letter!.text).toContain('tekan Lanjutkan');
    await stack.query('UPDATE sync_schedule SET next_run_at = UTC_TIMESTAMP(3)');
    expect((await come(KEPALA, 2))[1]!.subject).toBe('Sinkronisasi terjadwal: tidak dimulai');
    await stack.client.post('/admin/sync-pembayaran/cancel');
    await stack.client.progressUntil(({ isRunning }) => !isRunning);
  });

  it('are tried again after a "later", not after a "never", and a test says what the server said', async () => {
    const test = async (id: string) => (await stack.client.post<DeliveryDto>(`${PATH}/${id}/test`)).body;
    const kepala = await add({ email: KEPALA, ringkasan: 'selalu' });
    const tu = await add({ email: TU, ringkasan: 'selalu' });
    expect(await test(kepala.id)).toMatchObject({ state: 'delivered', httpStatus: 250, type: 'surat.uji' });
    box.letters.length = 0;
    let later = 1;
    box.refuse = (address) => (address === TU ? 550 : later-- > 0 ? 451 : null);
    expect(await test(tu.id)).toMatchObject({
      ...{ state: 'failed', httpStatus: 550, message: 'Server e-mail menolak alamat penerima (550)' },
      answer: expect.stringContaining('no such user here'),
    });
    await runBySchedule();
    await come(KEPALA);
    // The letter is there before it is written down that it was given.
    await eventually(async () => (Number((await waiting())[0]!.n) === 0 ? true : null));
    const [given] = await deliveries(kepala.id);
    expect(given).toMatchObject({ state: 'delivered', attempts: 2, type: 'surat.ringkasan' });
    expect(given!.body).toContain('Sinkronisasi');
    expect((await deliveries(tu.id))[0]).toMatchObject({ state: 'failed', attempts: 1, nextAt: null });
    expect((await receivers()).find(({ id }) => id === tu.id)!.failingSince).not.toBeNull();
  });

  it('go to one address each, which is checked, and are set by admins only', async () => {
    const post = (email: string) => stack.client.post<{ code: string; email?: string }>(PATH, { email });
    for (const email of ['kepala', 'a@b, c@d', '"a b"@c.d', 'a@b.c\r\nBcc: x@y.z', 'Kepala <a@b.c>'])
      expect([email, (await post(email)).body.code]).toEqual([email, 'validation_failed']);
    expect((await post(' Kepala@Sekolah-Müller.example ')).body.email).toBe(
      'kepala@xn--sekolah-mller-4ob.example',
    );
    expect((await post('kepala@sekolah-müller.example')).body.code).toBe('email_taken');
    const list = (await stack.client.get<PenerimaListDto>(PATH)).body;
    expect(list).toMatchObject({ server: box.url.slice(7), dari: 'Bantubayar <bantubayar@sekolah.test>' });
    const { id } = list.items[0]!;
    const changed = await stack.client.send<PenerimaDto>('PATCH', `${PATH}/${id}`, {
      active: false,
      segera: false,
    });
    expect(changed.body).toMatchObject({ off: 'manual', segera: false, ringkasan: 'bila_perlu' });
    expect((await stack.client.get('/admin/webhooks')).body).toMatchObject({ items: [] });
    expect((await stack.client.post(`/admin/webhooks/${id}/test`)).status).toBe(404);
    const token = await stack.client.post<{ token: string }>('/auth/tokens', {
      ...{ name: 'integrator', scopes: ['sync:read', 'sync:write', 'siswa:read'] },
    });
    expect((await stack.client.withToken(token.body.token).get(PATH)).status).toBe(403);
  });
});
