import type { PerhatianListDto, SiswaPageDto, SyncRunDto, SyncRunPageDto } from '@bantubayar/shared';
import { Stack } from '../support/stack';

const STUDENTS = 60;

describe('what waits for a person', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('perhatian', { students: STUDENTS });
  });
  afterAll(() => stack.stop());

  /** Counts by what they are, each of which its list has too. */
  async function waiting(): Promise<Record<string, number>> {
    const { body } = await stack.client.get<PerhatianListDto>('/admin/perhatian');
    for (const { jenis, jumlah, alamat } of body.items) {
      if (jenis === 'dijeda') continue;
      expect((await stack.client.get<SiswaPageDto>(alamat)).body.total).toBe(jumlah);
    }
    const due = body.items.filter(({ menunggu }) => menunggu);
    expect(body.total).toBe(due.reduce((sum, { jumlah }) => sum + jumlah, 0));
    return Object.fromEntries(body.items.map(({ jenis, jumlah }) => [jenis, jumlah]));
  }

  it('is told with its list, and is gone when it is done', async () => {
    expect(await waiting()).toEqual({ usang: STUDENTS });
    await stack.client.runToEnd();
    expect(await waiting()).toEqual({});

    const ids = await stack.query<{ idperson: string }>(
      'SELECT CAST(idperson AS CHAR) AS idperson FROM siswa WHERE jumlah_periode > 1 ORDER BY idperson LIMIT 12',
    );
    const some = (from: number, to: number) => ids.slice(from, to).map(({ idperson }) => idperson);
    await stack.faults({ notFound404: 1, onlyIdpersons: some(0, 5) });
    await stack.client.runToEnd();
    await stack.faults({ emptyData: 1, onlyIdpersons: some(5, 9), reversedShare: 1 });
    const doubtful = await stack.client.runToEnd({ scope: { idperson: some(5, 12) } });
    // A run over others leaves those who failed where they are.
    expect(await waiting()).toEqual({ gagal: 5, tinjauan: 4, turun: 3 });

    const { body } = await stack.client.get<PerhatianListDto>('/admin/perhatian');
    expect(body.items.find(({ jenis }) => jenis === 'gagal')!.alasan).toMatchObject([
      { reason: 'not_found', action: 'needs_you', count: 5 },
    ]);

    const undecided = async () => {
      const { body: one } = await stack.client.get<SyncRunDto>(`/admin/sync-pembayaran/runs/${doubtful}`);
      const { body: all } = await stack.client.get<SyncRunPageDto>('/admin/sync-pembayaran/runs');
      expect(all.items.find(({ id }) => id === doubtful)!.openReviews).toBe(one.openReviews);
      return one.openReviews;
    };
    expect(await undecided()).toBe(4);
    expect((await stack.client.progress()).openReviews).toBe(4);

    await stack.faults({});
    const runId = await stack.client.runToEnd({ scope: { perhatian: 'gagal' } });
    const run = await stack.client.get<SyncRunDto>(`/admin/sync-pembayaran/runs/${runId}`);
    expect(run.body.total).toBe(5);
    await stack.client.post(`/admin/siswa/${some(5, 6)[0]}/review`, { apply: false });
    expect(await waiting()).toEqual({ tinjauan: 3, turun: 3 });
    expect(await undecided()).toBe(3);
  });

  it('is a run that stands still until somebody acts', async () => {
    await stack.faults({ latencyMs: 1_000 });
    await stack.client.start();
    await stack.client.progressUntil(({ status }) => status === 'running');
    await stack.client.post('/admin/sync-pembayaran/pause');
    expect(await waiting()).toMatchObject({ dijeda: expect.any(Number) });
    await stack.client.post('/admin/sync-pembayaran/cancel');
    await stack.client.progressUntil(({ status }) => status === 'cancelled');
    expect(await waiting()).not.toHaveProperty('dijeda');
  });
});
