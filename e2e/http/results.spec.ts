import type {
  EstimateDto,
  Page,
  PerubahanDto,
  PerubahanPageDto,
  ReasonCountDto,
  SiswaPageDto,
  SyncProgressDto,
  LedgerPageDto,
  SyncRunDetailDto,
  SyncRunDto,
  SyncRunPageDto,
  TunggakanPageDto,
} from '@bantubayar/shared';
import { Stack } from '../support/stack';

const STUDENTS = 60;
const SYNC = '/admin/sync-pembayaran';

describe('what an admin does with results', () => {
  let stack: Stack;
  let failedRun: string;

  beforeAll(async () => {
    stack = await Stack.start('results', { students: STUDENTS });
    await stack.client.start();
    await stack.client.progressUntil(ended);
    const ids = await stack.query<{ idperson: string }>(
      'SELECT idperson FROM siswa ORDER BY idperson LIMIT 5',
    );
    await stack.query('UPDATE siswa SET nama = \'=HYPERLINK("http://jahat")\' WHERE idperson = ?', [
      ids[0]!.idperson,
    ]);
    await stack.faults({ notFound404: 1, onlyIdpersons: ids.map(({ idperson }) => Number(idperson)) });
    failedRun = (await stack.client.start()).body.runId!;
    await stack.client.progressUntil((now) => now.runId === failedRun && ended(now));
    await stack.faults({});
  });
  afterAll(() => stack.stop());

  const ended = ({ isRunning, status }: SyncProgressDto) => !isRunning && status !== 'queued';
  const endOf = (runId: string | null) =>
    stack.client.progressUntil((now) => now.runId === runId && ended(now));

  it('groups failures by reason, and tries one reason again', async () => {
    expect(
      (await stack.client.get<Page<ReasonCountDto>>(`${SYNC}/runs/${failedRun}/reasons`)).body.items,
    ).toEqual([
      {
        outcome: 'failed',
        reason: 'not_found',
        message: 'Siswa tidak dikenal di server pembayaran (HTTP 404)',
        action: 'needs_you',
        count: 5,
        retryable: 5,
      },
    ]);
    expect(await stack.client.post(`${SYNC}/runs/${failedRun}/retry`, { reason: 'timeout' })).toMatchObject({
      status: 422,
      body: { code: 'no_students' },
    });
    const retried = await stack.client.post<SyncProgressDto>(`${SYNC}/runs/${failedRun}/retry`, {
      reason: 'not_found',
    });
    expect(await endOf(retried.body.runId)).toMatchObject({
      status: 'completed',
      total: 5,
      scope: { retryOf: failedRun },
    });
    expect((await stack.client.get<SyncRunDetailDto>(`${SYNC}/runs/${failedRun}`)).body).toMatchObject({
      failed: 5,
      mended: 5,
      retryable: 0,
      retries: [{ id: retried.body.runId, parentRunId: failedRun }],
    });
    expect((await stack.client.post(`${SYNC}/runs/${failedRun}/retry`, { unmended: true })).status).toBe(422);
  });

  /** Page by page, one run each. */
  async function everyRun(query: string): Promise<string[]> {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const place: string = cursor && `&cursor=${cursor}`;
      const { body } = await stack.client.get<SyncRunPageDto>(`${SYNC}/runs?${query}&limit=1${place}`);
      found.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    return found;
  }

  it('answers 304 for a run, and a list of runs, of which nothing has changed', async () => {
    for (const path of [`${SYNC}/runs/${failedRun}`, `${SYNC}/runs?status=partial`]) {
      const first = await stack.client.get(path);
      const again = await stack.client.get(path, { 'If-None-Match': first.headers.get('etag')! });
      expect([again.status, again.body]).toEqual([304, '']);
    }
  });

  it('finds runs by state, owner and day, and students of a run by name', async () => {
    const runs = async (query: string) =>
      (await stack.client.get<SyncRunPageDto>(`${SYNC}/runs?${query}`)).body.items?.map(({ id }) => id);
    expect(await runs('status=partial&startedBy=Admin')).toEqual([failedRun]);
    expect(await runs('from=2026-02-30')).toBeUndefined();
    expect(await runs('to=2020-01-01')).toEqual([]);
    expect(await stack.client.get(`${SYNC}/runs?status=selesai`)).toMatchObject({
      status: 400,
      body: {
        message: expect.stringContaining('completed'),
        details: { fields: { status: [expect.any(String)] } },
      },
    });
    expect(await everyRun('startedBy=Admin&from=2020-01-01')).toEqual(
      await runs('startedBy=Admin&limit=500'),
    );
    const ledger = await stack.client.get<LedgerPageDto>(
      `${SYNC}/runs/${failedRun}/siswa?search=HYPERLINK&outcome=failed&limit=2`,
    );
    expect(ledger.body).toMatchObject({
      total: 1,
      items: [{ outcome: 'failed', nama: '=HYPERLINK("http://jahat")' }],
    });
  });

  it('tries one student again, as a child run', async () => {
    const retry = (idperson: string[]) =>
      stack.client.post<SyncProgressDto>(`${SYNC}/runs/${failedRun}/retry`, { idperson });
    const [failed, fine] = await stack.query<{ idperson: string }>(
      "SELECT MIN(idperson) AS idperson FROM sync_run_siswa WHERE run_id = ? GROUP BY outcome ORDER BY outcome = 'failed' DESC",
      [failedRun],
    );
    expect((await retry([String(fine!.idperson)])).status).toBe(422);
    expect((await retry(['satu'])).status).toBe(400);
    const { body } = await retry([String(failed!.idperson)]);
    expect(await endOf(body.runId)).toMatchObject({ status: 'completed', total: 1 });
    expect((await stack.client.get<SyncRunDto>(`${SYNC}/runs/${body.runId}`)).body.parentRunId).toBe(
      failedRun,
    );
  });

  it('takes only the students of a scope, and tells before how many and how long', async () => {
    const [unit] = await stack.query<{ lembaga: string; n: number }>(
      'SELECT UnitFormal AS lembaga, COUNT(*) AS n FROM siswa GROUP BY UnitFormal ORDER BY n DESC LIMIT 1',
    );
    const scope = { lembaga: unit!.lembaga };
    const { body } = await stack.client.post<EstimateDto>(`${SYNC}/estimate`, { scope });
    expect(body).toEqual({ total: unit!.n, seconds: expect.any(Number) });
    const { body: run } = await stack.client.start({ scope });
    expect((await endOf(run.runId)).total).toBe(unit!.n);
    expect(await stack.client.start({ scope: { staleHours: 1 } })).toMatchObject({ status: 422 });
    expect(await stack.client.start({ scope: { kelamin: 'L' } })).toMatchObject({
      status: 400,
      body: { details: { fields: { 'scope.kelamin': expect.any(Array) } } },
    });
  });

  it('tells who paid since the last time, how much, and for which bills', async () => {
    const sums = () =>
      stack.query<{ idperson: string; dibayar: string }>('SELECT idperson, dibayar FROM siswa');
    const before = new Map(
      (await sums()).map(({ idperson, dibayar }) => [String(idperson), Number(dibayar)]),
    );
    await stack.faults({ changedShare: 0.5, changeSeed: 3 });
    const { body: run } = await stack.client.start();
    await endOf(run.runId);
    await stack.faults({});
    const paid = (await sums())
      .map(({ idperson, dibayar }) => Number(dibayar) - before.get(String(idperson))!)
      .filter((amount) => amount > 0);
    expect(paid.length).toBeGreaterThan(0);
    expect((await stack.client.get<SyncRunDto>(`${SYNC}/runs/${run.runId}`)).body).toMatchObject({
      paidSiswa: paid.length,
      paidAmount: paid.reduce((sum, amount) => sum + amount, 0),
    });
    const { body: changes } = await stack.client.get<PerubahanPageDto>(
      `${SYNC}/runs/${run.runId}/perubahan?limit=500`,
    );
    expect(changes.items).toHaveLength(paid.length);
    for (const change of changes.items) {
      const ofItems = change.items.reduce(
        (sum, { dibayarBefore, dibayarAfter }) => sum + dibayarAfter! - dibayarBefore!,
        0,
      );
      expect(ofItems).toBe(change.dibayarAfter - change.dibayarBefore);
    }
    const [first] = changes.items;
    const { body: history } = await stack.client.get<PerubahanPageDto>(
      `/admin/siswa/${first!.idperson}/perubahan`,
    );
    expect(history.items[0]).toEqual(first);
  });

  it('filters what changed in a run, and exports what the filter leaves', async () => {
    await stack.faults({ changedShare: 0.5, reversedShare: 0.3, changeSeed: 4 });
    const { body: run } = await stack.client.start();
    await endOf(run.runId);
    await stack.faults({});
    const path = `${SYNC}/runs/${run.runId}/perubahan`;
    const list = async (query: string) =>
      (await stack.client.get<PerubahanPageDto>(`${path}?limit=500${query}`)).body.items;
    const all = await list('');
    const { UnitFormal, KelasFormal, nama, idperson } = all[0]!;
    const part = nama!.slice(1, 6).trim();
    const filters: [string, (change: PerubahanDto) => boolean][] = [
      ['paid=true', (change) => change.dibayarAfter > change.dibayarBefore],
      ['paid=false', (change) => change.dibayarAfter <= change.dibayarBefore],
      ['turun=true', (change) => change.turun],
      ['turun=false', (change) => !change.turun],
      [`lembaga=${encodeURIComponent(UnitFormal!)}`, (change) => change.UnitFormal === UnitFormal],
      [`kelas=${encodeURIComponent(KelasFormal!)}`, (change) => change.KelasFormal === KelasFormal],
      [
        `search=${encodeURIComponent(part)}`,
        (change) => change.nama!.toLowerCase().includes(part.toLowerCase()),
      ],
      [`search=${idperson}`, (change) => change.idperson === idperson],
    ];
    for (const [query, fits] of filters) expect(await list(`&${query}`)).toEqual(all.filter(fits));
    expect(all.filter(({ turun }) => turun).length).toBeGreaterThan(0);
    for (const { turun, dibayarSelisih, dibayarBefore, dibayarAfter } of all)
      expect([turun, dibayarSelisih]).toEqual([dibayarAfter < dibayarBefore, dibayarAfter - dibayarBefore]);
    expect((await stack.client.get(`${path}?paid=ya`)).status).toBe(400);

    const csv = await stack.client.get<string>(`${path}.csv?search=${idperson}&format=api`);
    const [head, row] = csv.body
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const cell = (column: string) => row![head!.indexOf(column)];
    expect(csv.body.trim().split('\n')).toHaveLength(2);
    expect([cell('dibayarAfter'), cell('dibayarSelisih')]).toEqual([
      String(all[0]!.dibayarAfter),
      String(all[0]!.dibayarAfter - all[0]!.dibayarBefore),
    ]);
    const xlsx = await stack.client.get<string>(`${path}.xlsx`);
    expect([xlsx.status, xlsx.body.slice(0, 2)]).toEqual([200, 'PK']);
  });

  it('exports the ledger and the list, safe to open', async () => {
    const path = `${SYNC}/runs/${failedRun}/siswa`;
    const csv = await stack.client.get<string>(`${path}.csv?outcome=failed`, { 'Accept-Language': 'id-ID' });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = csv.body.trim().split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/ID;Nama;Hasil;Kode alasan;Alasan/);
    expect(csv.body).toContain("'=HYPERLINK");
    const ofApi = await stack.client.get<string>(`${path}.csv?format=api`);
    expect(ofApi.body.split('\n')[0]).toContain('idperson,nama,outcome,reason,message');
    for (const xlsx of [`${path}.xlsx`, '/admin/siswa.xlsx', '/admin/tunggakan.xlsx']) {
      const answer = await stack.client.get<string>(xlsx);
      expect([answer.status, answer.body.slice(0, 2)]).toEqual([200, 'PK']);
    }
    expect((await stack.client.get(`${SYNC}/runs/999999/siswa.csv`)).status).toBe(404);
  });

  it('exports the students that were chosen, and their unpaid bills', async () => {
    const { body: owing } = await stack.client.get<SiswaPageDto>('/admin/siswa?sort=-tunggakan&limit=3');
    const [first, , third] = owing.items;
    const chosen = await stack.client.get<string>(
      `/admin/siswa.csv?format=api&sort=-tunggakan&idperson=${first!.idperson},${third!.idperson}`,
    );
    const lines = chosen.body.trim().split('\n');
    expect(lines).toHaveLength(3);
    for (const [n, { idperson, tagihan, dibayar }] of [first!, third!].entries()) {
      expect(lines[n + 1]).toMatch(
        new RegExp(`^${idperson},.*,${tagihan},${dibayar},${dibayar! - tagihan!},`),
      );
    }
    for (const wrong of ['idperson=1;2', 'idperson=', 'format=excel', `idperson=${'1,'.repeat(1_000)}1`])
      expect((await stack.client.get(`/admin/siswa.csv?${wrong}`)).status).toBe(400);

    const { idperson, tunggakan } = first!;
    const { body: bills } = await stack.client.get<TunggakanPageDto>(`/admin/tunggakan?search=${idperson}`);
    expect(bills.items.reduce((sum, { sisa }) => sum - sisa, 0)).toBe(tunggakan);
    const csv = await stack.client.get<string>(`/admin/tunggakan.csv?search=${idperson}`);
    expect(csv.body.trim().split('\n')).toHaveLength(bills.items.length + 1);
    expect(csv.headers.get('content-disposition')).toMatch(/filename="tunggakan-\d{4}-\d\d-\d\d\.csv"/);
  });
});
