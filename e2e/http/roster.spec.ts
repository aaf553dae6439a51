import type { LembagaListDto, RosterResultDto, SiswaPageDto } from '@bantubayar/shared';
import { Stack } from '../support/stack';

describe('the roster over HTTP', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start('roster', { students: 40 });
  });
  afterAll(() => stack.stop());
  afterEach(() => stack.faults({}));

  const sync = (body?: object) => stack.client.post<RosterResultDto>('/admin/siswa/sync', body);

  it('is read at the first start with demo data, and finds nothing new after that', async () => {
    expect(await sync()).toMatchObject({
      status: 200,
      body: { inserted: 0, unchanged: 40, left: 0, total: 40 },
    });
  });

  it.each([
    ['empty', 'roster_suspicious'],
    ['shrunken', 'roster_suspicious'],
    ['html', 'roster_unreachable'],
    ['error', 'roster_unreachable'],
  ])('changes nobody when it is %s', async (rosterMode, code) => {
    await stack.faults({ rosterMode });
    expect(await sync()).toMatchObject({ status: 502, body: { code } });
    expect((await stack.client.get<SiswaPageDto>('/admin/siswa')).body.total).toBe(40);
  });

  it('marks who left, keeps them out of the list and of runs, and takes them back', async () => {
    const { body: page } = await stack.client.get<SiswaPageDto>('/admin/siswa?limit=1');
    const { idperson } = page.items[0]!;
    await stack.faults({ rosterDropIdpersons: [Number(idperson)] });
    expect((await sync()).body).toMatchObject({ left: 1, total: 39 });
    expect((await stack.client.get<SiswaPageDto>('/admin/siswa')).body.total).toBe(39);
    expect(await stack.client.get(`/admin/siswa/${idperson}`)).toMatchObject({
      status: 200,
      body: { leftAt: expect.any(String) },
    });
    expect(await stack.client.post(`/admin/siswa/${idperson}/sync-pembayaran`)).toMatchObject({
      status: 409,
    });
    await stack.client.start();
    expect((await stack.client.progressUntil(({ isRunning }) => !isRunning)).total).toBe(39);
    await stack.faults({});
    expect((await sync()).body).toMatchObject({ updated: 1, left: 0, total: 40 });
  });

  it('is applied in spite of its size when forced', async () => {
    await stack.faults({ rosterMode: 'shrunken' });
    expect((await sync({ force: true })).body).toMatchObject({ left: 20, total: 20 });
    await stack.faults({});
    expect((await sync()).body).toMatchObject({ updated: 20, total: 40 });
  });

  it('tells lembaga with their classes and counts', async () => {
    const { body } = await stack.client.get<LembagaListDto>('/admin/lembaga');
    expect(body.items.reduce((sum, { count }) => sum + count, 0)).toBe(40);
    for (const { count, kelas } of body.items) {
      expect(kelas.reduce((sum, each) => sum + each.count, 0)).toBe(count);
    }
  });
});
