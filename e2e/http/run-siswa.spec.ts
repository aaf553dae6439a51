import type { LedgerPageDto, SiswaDetailDto, SiswaPageDto, SyncProgressDto } from '@bantubayar/shared';
import { ended, endRuns, promises } from '../support/run-promises';
import { Stack } from '../support/stack';

const STUDENTS = 60;
const SYNC = '/admin/sync-pembayaran';

describe('what a run does with its students, over HTTP', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('run_siswa', { students: STUDENTS });
    await stack.client.runToEnd();
  });
  afterAll(() => stack.stop());
  afterEach(() => endRuns(stack));

  it('shows each student with payments by period', async () => {
    const { body: page } = await stack.client.get<SiswaPageDto>('/admin/siswa?limit=1&sort=-tunggakan');
    const { body: siswa } = await stack.client.get<SiswaDetailDto>(`/admin/siswa/${page.items[0]!.idperson}`);
    expect(siswa.statusPembayaran).toBe('belum_lunas');
    const kategori = siswa.periode.flatMap((periode) => periode.kategori);
    const due = kategori.flatMap(({ items }) => items).filter(({ hariTerlambat }) => hariTerlambat !== null);
    const totals = [
      ...kategori.filter(({ items }) => items.length === 0),
      ...siswa.periode.filter((periode) => periode.kategori.length === 0),
    ];
    expect(siswa.tunggakan).toBe([...due, ...totals].reduce((sum, { sisa }) => sum + Math.max(0, -sisa), 0));
    expect(String((siswa.pembayaran![0] as { idperson: unknown }).idperson)).toBe(siswa.idperson);
  });

  it('ends partial with every failure in the ledger, and retries just those', async () => {
    const before = await stack.query<{ idperson: string; pembayaran: string }>(
      'SELECT idperson, pembayaran FROM siswa ORDER BY idperson LIMIT 4',
    );
    const onlyIdpersons = before.map(({ idperson }) => Number(idperson));
    await stack.faults({ missingPeriods: 1, onlyIdpersons });
    const { body: run } = await stack.client.start();
    expect(await stack.client.progressUntil(ended, promises())).toMatchObject({
      status: 'partial',
      failed: 4,
    });
    const { body: failed } = await stack.client.get<LedgerPageDto>(
      `${SYNC}/runs/${run.runId}/siswa?outcome=failed&reason=no_periods`,
    );
    expect(failed.items.map(({ idperson }) => idperson)).toEqual(onlyIdpersons.map(String));
    expect(await stack.query('SELECT idperson, pembayaran FROM siswa ORDER BY idperson LIMIT 4')).toEqual(
      before,
    );

    await stack.faults({});
    const retried = await stack.client.post<SyncProgressDto>(`${SYNC}/runs/${run.runId}/retry`);
    expect(retried.status).toBe(202);
    const end = await stack.client.progressUntil((now) => now.runId === retried.body.runId && ended(now));
    expect(end).toMatchObject({ status: 'completed', total: 4 });
    expect((await stack.client.get(`${SYNC}/runs/${retried.body.runId}`)).body).toMatchObject({
      parentRunId: run.runId,
    });
  });

  it('never overwrites payments with an empty answer', async () => {
    const sql = 'SELECT COUNT(*) AS n FROM siswa WHERE jumlah_periode > 0';
    const [before] = await stack.query(sql);
    await stack.faults({ emptyData: 1 });
    await stack.client.start();
    const end = await stack.client.progressUntil(ended, promises());
    expect(end.updated).toBe(0);
    expect(end.skipped).toBeGreaterThan(STUDENTS * 0.9);
    expect(await stack.query(sql)).toEqual([before]);
  });

  it('applies or drops a kept answer when somebody decides, for one student or a whole run', async () => {
    const [{ idperson }] = (await stack.query<{ idperson: string }>(
      'SELECT idperson FROM siswa WHERE jumlah_periode > 0 ORDER BY idperson LIMIT 1',
    )) as [{ idperson: string }];
    const path = `/admin/siswa/${idperson}`;
    await stack.faults({ emptyData: 1 });
    const { body: run } = await stack.client.start({ scope: { idperson: [String(idperson)] } });
    await stack.client.progressUntil(ended);
    const kept = (await stack.client.get<SiswaDetailDto>(path)).body;
    expect(kept).toMatchObject({ review: { reason: 'empty_payments', runId: run.runId, periode: [] } });
    expect((await stack.client.post(`${path}/review`, { apply: false })).body).toEqual({
      applied: 0,
      dropped: 1,
    });
    expect((await stack.client.get<SiswaDetailDto>(path)).body).toMatchObject({
      review: null,
      periode: kept.periode,
    });
    expect(await stack.client.post(`${path}/review`, { apply: true })).toMatchObject({
      status: 409,
      body: { code: 'review_not_open' },
    });

    const { body: again } = await stack.client.start({ scope: { idperson: [String(idperson)] } });
    await stack.client.progressUntil((now) => now.runId === again.runId && ended(now));
    const decided = await stack.client.post(`${SYNC}/runs/${again.runId}/review`, { apply: true });
    expect(decided).toMatchObject({ status: 200, body: { applied: 1 } });
    expect((await stack.client.get<SiswaDetailDto>(path)).body).toMatchObject({
      review: null,
      pembayaran: [],
    });
    expect((await stack.client.post(`${path}/sync-pembayaran`)).body).toMatchObject({ outcome: 'unchanged' });
  });

  it('fetches one student at once, with the outcome as the answer', async () => {
    const [siswa] = await stack.query<{ idperson: string }>(
      'SELECT idperson FROM siswa ORDER BY idperson DESC LIMIT 1',
    );
    const idperson = String(siswa!.idperson);
    const path = `/admin/siswa/${idperson}/sync-pembayaran`;
    expect(await stack.client.post(path)).toMatchObject({
      status: 200,
      body: { idperson, outcome: 'unchanged' },
    });
    await stack.faults({ htmlPage: 1 });
    expect(await stack.client.post(path)).toMatchObject({
      status: 200,
      body: { outcome: 'failed', reason: 'not_json' },
    });
    expect(await stack.client.post('/admin/siswa/1/sync-pembayaran')).toMatchObject({ status: 404 });
  });
});
