import type { DataSource } from 'typeorm';
import { PerubahanListRepository } from '../src/pembayaran/perubahan-list.repository';
import type { RosterRow } from '../src/sisda/sisda-roster.reader';
import { RosterStage } from '../src/siswa/roster-stage';
import { RosterRepository } from '../src/siswa/roster.repository';
import { ChangeNumbers } from '../src/umpan/change-numbers';
import { toUmpanItem } from '../src/umpan/umpan.presenter';
import { UmpanRepository } from '../src/umpan/umpan.repository';
import { answerOf, period } from './answers';
import { addSiswa, freshDatabase, scalar } from './database';
import { storesOn } from './stores';

describe('what is noted of changes', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;

  beforeEach(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
  });
  afterEach(() => dataSource.destroy());

  async function told() {
    await new ChangeNumbers(dataSource).handOut();
    return (await new UmpanRepository(dataSource).behind('0', 500)).rows.map(toUmpanItem);
  }

  const result = (idperson: string, ...periods: ReturnType<typeof period>[]) => ({
    ...{ idperson, attempts: 1, durationMs: 1 },
    answer: answerOf(idperson, ...periods),
  });
  const row = (idperson: string, KelasFormal: string | null): RosterRow => ({
    ...{
      idperson,
      nama: `Siswa ${idperson}`,
      gender: null,
      lahirtempat: null,
      lahirtanggal: null,
      phone: null,
    },
    ...{ UnitFormal: 'SMP', KelasFormal, AsramaPondok: null, KamarPondok: null },
    ...{ TingkatDiniyah: null, KelasDiniyah: null },
  });

  it('of payments: a first answer, one in a run, one alone, one that somebody accepts', async () => {
    await addSiswa(dataSource, 2);
    const run = await stores.runningRun();
    const [first, next] = [period('20252026', 100, 40), period('20252026', 100, 100)];
    await stores.writer.writeOfRun(run.id, [result('1', first)]);
    await stores.writer.writeSingle(result('1', first));
    await stores.writer.writeSingle(result('1', next));
    await stores.writer.writeOfRun(run.id, [result('2')]);
    await stores.writer.writeSingle(result('1'));
    await stores.reviews.decide({ idperson: '1' }, true);
    const bill = { periode: '20252026', kategori: null, nama: null };
    const none = { tagihanBefore: null, dibayarBefore: null };
    expect(await told()).toMatchObject([
      {
        ...{ id: '1', jenis: 'pembayaran', idperson: '1', runId: run.id, ...none, tunggakanBefore: null },
        ...{ tagihanAfter: 100, dibayarAfter: 40, tunggakanAfter: 60, periodeBaru: ['20252026'] },
        items: [{ ...bill, ...none, tagihanAfter: 100, dibayarAfter: 40 }],
      },
      {
        ...{
          id: '2',
          runId: null,
          tagihanBefore: 100,
          tagihanAfter: 100,
          dibayarBefore: 40,
          dibayarAfter: 100,
        },
        ...{ tunggakanBefore: 60, tunggakanAfter: 0, periodeBaru: [], periodeHilang: [] },
        items: [{ ...bill, tagihanBefore: 100, tagihanAfter: 100, dibayarBefore: 40, dibayarAfter: 100 }],
      },
      { id: '3', idperson: '2', runId: run.id, ...none, tagihanAfter: 0, items: [] },
      { id: '4', idperson: '1', tagihanBefore: 100, tagihanAfter: 0, periodeHilang: ['20252026'] },
    ]);
  });

  it('of first answers counts nowhere as a payment', async () => {
    await addSiswa(dataSource, 1);
    const run = await stores.runningRun();
    await stores.writer.writeOfRun(run.id, [result('1', period('20252026', 100, 40))]);
    const changes = new PerubahanListRepository(dataSource);
    expect(await changes.page({ runId: run.id }, 10)).toEqual([]);
    expect(await changes.page({ idperson: '1' }, 10)).toEqual([]);
    expect(await stores.runs.find(run.id)).toMatchObject({ paidSiswa: 0, paidAmount: '0' });
    expect(await scalar(dataSource, 'SELECT dibayar_selisih FROM pembayaran_change')).toBeNull();
    const day = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)];
    expect(await changes.uangBetween(day, { sql: 'TRUE', params: [] })).toEqual([
      { siswa: 0, jumlah: 0, masuk: 0, turun: 0, siswaTurun: 0 },
    ]);
  });

  it('of the roster: who comes, of whom a field differs, who leaves, who comes back, and who had it read', async () => {
    const rosters = new RosterRepository(dataSource, new RosterStage(dataSource));
    await rosters.apply([row('1', '7A'), row('2', '7A')], false, null);
    await rosters.apply([row('1', '8A')], true, 'Siti');
    await rosters.apply([row('1', '8A'), row('2', '8B')], true, 'Siti');
    const items = await told();
    expect(items).toMatchObject([
      { jenis: 'siswa_masuk', idperson: '1', oleh: null },
      { jenis: 'siswa_masuk', idperson: '2', oleh: null },
      { jenis: 'siswa_berubah', idperson: '1', oleh: 'Siti' },
      { jenis: 'siswa_keluar', idperson: '2', oleh: 'Siti', fields: [] },
      { jenis: 'siswa_masuk', idperson: '2', oleh: 'Siti' },
    ]);
    const fields = items.map((item) => ('fields' in item ? item.fields : []));
    expect(fields.map(({ length }) => length)).toEqual([11, 11, 1, 0, 11]);
    expect(fields[0]).toContainEqual({ field: 'KelasFormal', before: null, after: '7A' });
    expect(fields[2]).toEqual([{ field: 'KelasFormal', before: '7A', after: '8A' }]);
    expect(fields[4]).toContainEqual({ field: 'KelasFormal', before: '7A', after: '8B' });
  });

  it('of a new student once, where two read the roster at the same time', async () => {
    const rosters = Array.from(
      { length: 4 },
      () => new RosterRepository(dataSource, new RosterStage(dataSource)),
    );
    const rows = Array.from({ length: 50 }, (_, index) => row(String(index + 1), '7A'));
    const results = await Promise.all(rosters.map((each) => each.apply(rows, false, null)));
    expect(results.map(({ inserted }) => inserted).sort()).toEqual([0, 0, 0, 50]);
    expect(await told()).toHaveLength(50);
  });

  it('is undone with what it is of', async () => {
    await addSiswa(dataSource, 1);
    const run = await stores.runningRun();
    await stores.moves.markAsCancelling(run.id, 'Uji');
    await stores.writer.writeOfRun(run.id, [result('1', period('20252026', 100, 40))]);
    expect(await told()).toEqual([]);
  });
});
