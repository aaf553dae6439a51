import type { DataSource } from 'typeorm';
import { DeriveAnew1795300047000 } from '../src/database/migrations/1795300047000-derive-anew';
import { readPayments } from '../src/sisda/sisda.reader';
import { addSiswa, freshDatabase, scalar } from './database';
import { storesOn } from './stores';

const DAY = '2025-07-10';

describe('what an earlier version derived', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
    await addSiswa(dataSource, 3);
  });
  afterAll(() => dataSource.destroy());

  async function store(idperson: string, category_name: string, journal_date: string): Promise<void> {
    const items = [{ unit_name: 'Juli', amount_paid: 100, amount_billed: 0, journal_date }];
    const periods = [{ period_id: '20252026', categories: [{ category_name, items }] }];
    const text = JSON.stringify({ data: [{ idperson, saldo: 0, periods }] });
    const answer = readPayments({ text, isWhole: true }, idperson);
    await stores.writer.writeSingle({ idperson, attempts: 1, durationMs: 1, answer });
  }

  const count = async () => {
    while ((await stores.counting.count()) > 0);
  };
  const groups = () =>
    dataSource.query(
      `SELECT kategori, CAST(MIN(jatuh_tempo) AS CHAR) AS hari, COUNT(*) AS n FROM tagihan_terbuka GROUP BY BINARY kategori, kategori`,
    );

  it('is derived and counted anew where it would be another today, and nowhere else', async () => {
    await store('1', 'SPP', DAY);
    await store('2', 'SPP ', DAY);
    await store('3', 'SPP', `${DAY} 08:00:00+07`);
    // As it was kept before.
    await dataSource.query("UPDATE tagihan_terbuka SET kategori = 'SPP ' WHERE idperson = 2");
    await dataSource.query('UPDATE tagihan_terbuka SET jatuh_tempo = NULL WHERE idperson = 3');
    await count();
    expect((await stores.hitungan.tunggakan())?.kategori).toMatchObject([{ bills: 2 }, { bills: 1 }]);

    await new DeriveAnew1795300047000().up(dataSource.createQueryRunner());
    expect(await scalar(dataSource, 'SELECT GROUP_CONCAT(idperson) FROM siswa WHERE figures_outdated')).toBe(
      '2,3',
    );
    while ((await stores.outdated.derive()) > 0);
    await count();
    expect(await groups()).toEqual([{ kategori: 'SPP', hari: DAY, n: '3' }]);
    expect((await stores.hitungan.tunggakan())?.kategori).toEqual([
      { kelompok: 'SPP', siswa: 3, bills: 3, tunggakan: 300 },
    ]);
  });
});
