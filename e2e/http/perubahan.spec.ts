import type { UmpanDto, UmpanItemDto } from '@bantubayar/shared';
import { Stack } from '../support/stack';

const STUDENTS = 40;

describe('the changes feed over HTTP', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('perubahan', { students: STUDENTS });
  });
  afterAll(() => stack.stop());
  afterEach(() => stack.faults({}));

  const get = (query = '') => stack.client.get<UmpanDto>(`/admin/perubahan${query}`);
  const now = async () => (await get('?since=now')).body.cursor;
  const fetchOne = (idperson: string) => stack.client.post(`/admin/siswa/${idperson}/sync-pembayaran`);
  async function someone(): Promise<string> {
    const [first] = await stack.query<{ idperson: string }>('SELECT MIN(idperson) AS idperson FROM siswa');
    return String(first!.idperson);
  }

  /** Everything behind a cursor, page by page. */
  async function all(cursor?: string, limit = 30): Promise<UmpanItemDto[]> {
    const { body } = await get(`?limit=${limit}${cursor ? `&since=${cursor}` : ''}`);
    return body.hasMore ? [...body.items, ...(await all(body.cursor, limit))] : body.items;
  }

  it('tells the roster, then first answers, then what changed, in pages without a gap', async () => {
    const roster = await all();
    expect(roster.map(({ jenis }) => jenis)).toEqual(Array(STUDENTS).fill('siswa_masuk'));
    const before = await now();
    const runId = await stack.client.runToEnd();
    const first = await all(before);
    expect(new Set(first.map(({ idperson }) => idperson)).size).toBe(STUDENTS);
    for (const item of first) expect(item).toMatchObject({ jenis: 'pembayaran', runId, dibayarBefore: null });
    const ids = [...roster, ...first].map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(await all(undefined, 7)).toEqual([...roster, ...first]);
    expect(await all(await now())).toEqual([]);
  });

  it('tells who left and came back, and who had the roster read', async () => {
    const before = await now();
    const idperson = await someone();
    await stack.faults({ rosterDropIdpersons: [Number(idperson)] });
    await stack.client.post('/admin/siswa/sync');
    await stack.faults({});
    await stack.client.post('/admin/siswa/sync');
    const oleh = expect.stringMatching(/./);
    expect(await all(before)).toMatchObject([
      { jenis: 'siswa_keluar', idperson, oleh, fields: [] },
      { jenis: 'siswa_masuk', idperson, oleh, fields: expect.arrayContaining([]) },
    ]);
  });

  it('answers one who waits within a second of a change, and all who wait', async () => {
    const idperson = await someone();
    const since = await now();
    const begun = performance.now();
    const waiting = Array.from({ length: 200 }, () => get(`?since=${since}&wait=30`));
    const late = get(`?since=${since}&wait=1`);
    expect((await late).body).toEqual({ items: [], cursor: since, hasMore: false });
    expect(performance.now() - begun).toBeGreaterThan(900);
    await stack.faults({ changedShare: 1 });
    await fetchOne(idperson);
    const changed = performance.now();
    await Promise.race(waiting);
    expect(performance.now() - changed).toBeLessThan(1_000);
    const answers = await Promise.all(waiting);
    expect(performance.now() - changed).toBeLessThan(2_000);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]!.body.items).toMatchObject([{ jenis: 'pembayaran', idperson, runId: null }]);
  });

  it('lets go of readers who leave, and answers those who wait when the API stops', async () => {
    const since = await now();
    const leaving = new AbortController();
    const left = stack.client.open(`/admin/perubahan?since=${since}&wait=30`, {}, leaving.signal);
    const staying = get(`?since=${since}&wait=30`);
    await get(`?since=${since}&wait=1`);
    leaving.abort();
    await expect(left).rejects.toThrow();
    const begun = performance.now();
    await stack.api.end();
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(await staying).toMatchObject({ status: 200, body: { items: [], cursor: since, hasMore: false } });
    await stack.startApi();
    expect((await get(`?since=${since}`)).status).toBe(200);
  });

  it('refuses cursors that are none, and those whose place was thinned away', async () => {
    for (const wrong of ['since=besok', 'since=', 'wait=31', 'wait=-1', 'limit=0', 'limit=501', 'sejak=1'])
      expect((await get(`?${wrong}`)).status).toBe(400);
    const { nextCursor } = (await stack.client.get<{ nextCursor: string }>('/admin/siswa?limit=1')).body;
    expect(await get(`?since=${nextCursor}`)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', details: { fields: { since: [expect.any(String)] } } },
    });
    const oldest = (await get('?limit=1')).body.cursor;
    const latest = await now();
    await stack.query('UPDATE umpan SET dibuang = nomor - 1');
    expect(await get(`?since=${oldest}`)).toMatchObject({
      status: 410,
      body: { code: 'cursor_expired', details: { retentionDays: 90 } },
    });
    expect((await get()).body.items).toHaveLength(1);
    expect((await get(`?since=${latest}`)).status).toBe(200);
    await stack.query('UPDATE umpan SET nomor = nomor - 1');
    expect((await get(`?since=${latest}`)).status).toBe(410);
    expect((await stack.client.withToken('salah').get('/admin/perubahan')).status).toBe(401);
  });
});
