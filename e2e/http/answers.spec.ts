import type {
  Page,
  ReasonCountDto,
  SiswaDetailDto,
  SyncProgressDto,
  FetchResultDto,
  LedgerRowDto,
  LedgerPageDto,
} from '@bantubayar/shared';
import { dataOf, ODD_ANSWERS } from '../support/odd-answers';
import { Stack } from '../support/stack';

const STUDENTS = 900;
const SYNC = '/admin/sync-pembayaran';
const ended = ({ isRunning }: SyncProgressDto) => !isRunning;

describe('answers of every kind', () => {
  let stack: Stack;
  let ids: string[];

  beforeAll(async () => {
    stack = await Stack.start('answers', { students: STUDENTS, latencyMs: 5 });
    await stack.client.runToEnd();
    const rows = await stack.query<{ idperson: number }>('SELECT idperson FROM siswa ORDER BY idperson');
    ids = rows.map(({ idperson }) => String(idperson));
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.resetStats());
  afterEach(() => stack.faults({}));

  const storedOf = async (wanted: string[]) => {
    const rows = await stack.query<{ idperson: number; pembayaran: string }>(
      'SELECT idperson, CAST(pembayaran AS CHAR) AS pembayaran FROM siswa WHERE idperson IN (?)',
      [wanted],
    );
    return new Map(rows.map(({ idperson, pembayaran }) => [String(idperson), pembayaran]));
  };
  const ledgerOf = async (runId: string) => {
    const rows: LedgerRowDto[] = [];
    for (const outcome of ['failed', 'needs_review', 'updated', 'unchanged']) {
      const path = `${SYNC}/runs/${runId}/siswa?limit=500&outcome=${outcome}`;
      for (let cursor: string | null | undefined = ''; cursor !== null;) {
        const page: LedgerPageDto = (
          await stack.client.get<LedgerPageDto>(`${path}${cursor && `&cursor=${cursor}`}`)
        ).body;
        rows.push(...page.items);
        cursor = page.nextCursor ?? null;
      }
    }
    return new Map(rows.map((row) => [row.idperson, row]));
  };

  it('are each stored to the letter or refused with their reason, and hold up nobody else', async () => {
    const odd = ODD_ANSWERS.map(([name, text, right], n) => {
      const idperson = ids[n * 14]!;
      return { name, right, idperson, text: text(idperson) };
    });
    const before = await storedOf(odd.map(({ idperson }) => idperson));
    await stack.faults({ bodies: Object.fromEntries(odd.map(({ idperson, text }) => [idperson, text])) });
    const runId = await stack.client.runToEnd();

    expect((await stack.client.get(`${SYNC}/runs/${runId}`)).body).toMatchObject({
      status: 'partial',
      processed: STUDENTS,
    });
    const ledger = await ledgerOf(runId);
    const after = await storedOf(odd.map(({ idperson }) => idperson));
    const found = odd.map(({ name, idperson, text }) => {
      const { outcome, reason } = ledger.get(idperson)!;
      const stored = after.get(idperson);
      if (outcome === 'updated') return [name, stored === dataOf(text) ? 'stored' : `changed: ${stored}`];
      return [name, stored === before.get(idperson) ? reason : `overwritten, though ${reason}`];
    });
    expect(found).toEqual(odd.map(({ name, right }) => [name, right]));

    const { byStudent } = await stack.stats();
    expect(Object.values(byStudent).filter((times) => times !== 1)).toEqual([]);
    expect([...ledger.values()].filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(
      STUDENTS - odd.length,
    );
  });

  it('are shown and sent on as they were stored', async () => {
    const body = `{"data":[{"idperson":${ids[5]},"extra":1e400,"n":0.1234567890123456789,"periods":[]}]}`;
    await stack.faults({ bodies: { [ids[5]!]: body } });
    await stack.client.post(`/admin/siswa/${ids[5]}/sync-pembayaran`);
    await stack.client.post(`/admin/siswa/${ids[5]}/review`, { apply: true });
    const text = await (await stack.client.open(`/admin/siswa/${ids[5]}`)).text();
    expect(text).toContain(`"pembayaran":${dataOf(body)}}`);
    expect((JSON.parse(text) as SiswaDetailDto).periode).toEqual([]);
  });

  it('end alone as they do in a run', async () => {
    const kinds = ODD_ANSWERS.filter(([name]) =>
      ['lists 30 deep', 'half an emoji in a name', '430 bills, 69 kB', 'Indonesian thousands'].includes(name),
    );
    for (const [name, text, right] of kinds) {
      await stack.faults({ bodies: { [ids[7]!]: text(ids[7]!) } });
      const { status, body } = await stack.client.post<FetchResultDto>(
        `/admin/siswa/${ids[7]}/sync-pembayaran`,
      );
      expect([name, status, body.reason ?? 'stored']).toEqual([name, 200, right]);
    }
  });

  it('of 70 kB are each asked for once', async () => {
    const long = ODD_ANSWERS.find(([name]) => name.startsWith('430'))![1];
    const some = ids.slice(300, 400);
    await stack.faults({ bodies: Object.fromEntries(some.map((id) => [id, long(id)])) });
    await stack.client.runToEnd({ scope: { idperson: some } });
    expect((await stack.stats()).requests).toBe(some.length);
    const stored = await storedOf(some);
    for (const id of some) expect(stored.get(id)).toBe(dataOf(long(id)));
  });

  it('in a new format pause the run before one of them is applied', async () => {
    await stack.faults({});
    await stack.client.runToEnd();
    const sum = 'SELECT SUM(tunggakan) AS tunggakan, SUM(dibayar) AS dibayar FROM siswa';
    const before = await stack.query(sum);
    await stack.faults({ latencyMs: 200 });
    await stack.client.start();
    await stack.client.progressUntil(({ processed }) => processed > 200);
    await stack.faults({ unswappedNames: 1 });
    const paused = await stack.client.progressUntil(({ status }) => status === 'paused');
    expect(paused).toMatchObject({ pauseCode: 'format_changed', resumeAt: null, failed: 0 });
    const reasons = await stack.client.get<Page<ReasonCountDto>>(`${SYNC}/runs/${paused.runId}/reasons`);
    expect(reasons.body.items).toContainEqual(
      expect.objectContaining({ reason: 'contradictory_figures', count: 15 }),
    );
    expect(await stack.query(sum)).toEqual(before);
    await stack.faults({});
    await stack.client.post(`${SYNC}/resume`);
    expect(await stack.client.progressUntil(ended)).toMatchObject({ status: 'completed', updated: 0 });
    expect(await stack.query(sum)).toEqual(before);
  });
});
