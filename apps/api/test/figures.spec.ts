import type { DataSource } from 'typeorm';
import { todaySql } from '../src/common/school-day';
import { inTransaction } from '../src/database/transaction';
import { TagihanTerbukaRepository } from '../src/pembayaran/tagihan-terbuka.repository';
import { readPayments } from '../src/sisda/sisda.reader';
import { addSiswa, freshDatabase } from './database';
import { storesOn } from './stores';

/** A bill that falls due so many days from today, of 100 rupiah of which some are paid; null: without a date. */
type Bill = [name: string, days: number | null, dibayar: number];

describe('figures that depend on the day', () => {
  let dataSource: DataSource;
  let stores: ReturnType<typeof storesOn>;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    stores = storesOn(dataSource);
  });
  beforeEach(async () => {
    await dataSource.query('DELETE FROM siswa');
    await dataSource.query('DELETE FROM tagihan_terbuka');
    await addSiswa(dataSource, 3);
  });
  afterAll(() => dataSource.destroy());

  async function store(idperson: string, ...bills: Bill[]): Promise<void> {
    const [{ today }] = await dataSource.query<[{ today: string }]>(
      `SELECT CAST(${todaySql()} AS CHAR) AS today`,
    );
    const items = bills.map(([unit_name, days, amount_billed]) => ({
      ...{ unit_id: '1', unit_name, amount_paid: 100, amount_billed },
      journal_date:
        days === null ? null : new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10),
    }));
    const periods = [{ period_id: '20262027', categories: [{ category_name: 'SPP', items }] }];
    const text = JSON.stringify({ data: [{ idperson, saldo: 0, periods }] });
    const answer = readPayments({ text, isWhole: true }, idperson);
    await stores.writer.writeSingle({ idperson, attempts: 1, durationMs: 1, answer });
  }

  /** As if so many days had passed. */
  async function pass(days: number): Promise<void> {
    for (const column of ['tertua', 'berikut', 'terakhir'])
      await dataSource.query(
        `UPDATE siswa SET jatuh_tempo_${column} = jatuh_tempo_${column} - INTERVAL ? DAY`,
        [days],
      );
    await dataSource.query('UPDATE tagihan_terbuka SET jatuh_tempo = jatuh_tempo - INTERVAL ? DAY', [days]);
  }

  const settleAll = async () => stores.outdated.settle(await stores.outdated.due());

  const figures = (idperson: string) =>
    dataSource
      .query<Record<string, string>[]>(
        `SELECT status_pembayaran AS status, tunggakan, belum_jatuh_tempo AS belum, lebih_bayar AS lebih,
           DATEDIFF(jatuh_tempo_tertua, ${todaySql()}) AS tertua FROM siswa WHERE idperson = ?`,
        [idperson],
      )
      .then(([row]) =>
        Object.values(row!).map((value) => (value === null || isNaN(Number(value)) ? value : Number(value))),
      );

  it('are written with the payments', async () => {
    await store('1', ['lama', -40, 25], ['lebih', -10, 130], ['hari ini', 0, 0], ['nanti', 5, 0]);
    expect(await figures('1')).toEqual(['belum_lunas', 175, 100, 30, -40]);
    await store('2', ['nanti', 1, 0], ['lunas', -3, 100]);
    expect(await figures('2')).toEqual(['lunas', 0, 100, 0, 1]);
    await store('3', ['tanpa tanggal', null, 0]);
    expect(await figures('3')).toEqual(['belum_lunas', 100, 0, 0, null]);
  });

  it('are those that are settled from the unpaid bills', async () => {
    await store('1', ['lama', -40, 25], ['baru', -1, 0], ['nanti', 5, 0], ['kelak', 9, 0]);
    await store('2', ['tanpa tanggal', null, 0], ['nanti', 1, 0]);
    await store('3', ['lunas', -3, 100]);
    const all = () =>
      dataSource.query(
        `SELECT tunggakan, belum_jatuh_tempo, status_pembayaran,
           jatuh_tempo_tertua, jatuh_tempo_berikut, jatuh_tempo_terakhir FROM siswa ORDER BY idperson`,
      );
    const written = await all();
    const terbuka = new TagihanTerbukaRepository();
    await inTransaction(dataSource, (tx) => terbuka.settle(tx, ['1', '2', '3']));
    expect(await all()).toEqual(written);
  });

  it('follow the day without a fetch, however many days have passed', async () => {
    await store('1', ['besok', 1, 0], ['lusa', 2, 50], ['pekan depan', 7, 0]);
    expect(await figures('1')).toEqual(['lunas', 0, 250, 0, 1]);
    await settleAll();
    expect(await figures('1')).toEqual(['lunas', 0, 250, 0, 1]);
    await pass(3);
    expect(await figures('1')).toEqual(['lunas', 0, 250, 0, -2]);
    await settleAll();
    expect(await figures('1')).toEqual(['belum_lunas', 150, 100, 0, -2]);
  });

  it('follow a clock that was put back', async () => {
    await store('1', ['hari ini', 0, 0], ['lama', -40, 0]);
    await pass(-5);
    await settleAll();
    expect(await figures('1')).toEqual(['belum_lunas', 100, 100, 0, -35]);
  });

  it('forget the bills of an answer that was replaced', async () => {
    await store('1', ['lama', -40, 0], ['nanti', 5, 0]);
    await store('1', ['lama', -40, 100], ['nanti', 5, 100]);
    expect(await figures('1')).toEqual(['lunas', 0, 0, 0, null]);
    expect(await dataSource.query('SELECT * FROM tagihan_terbuka')).toEqual([]);
  });

  it('are derived anew for whatever another version wrote, and for nobody else', async () => {
    await store('1', ['lama', -40, 0], ['nanti', 5, 0]);
    await store('2', ['lama', -40, 0]);
    // What a worker of the version before writes: its own figures, and no bills.
    await dataSource.query(
      `UPDATE siswa AS other JOIN siswa AS source ON source.idperson = 1
       SET other.pembayaran = source.pembayaran, other.content_hash = source.content_hash, other.tunggakan = 200
       WHERE other.idperson = 3`,
    );
    expect(await stores.outdated.count()).toBe(1);
    expect(await stores.outdated.derive()).toBe(1);
    expect(await figures('3')).toEqual(['belum_lunas', 100, 100, 0, -40]);
    expect(await stores.outdated.derive()).toBe(0);
    await dataSource.query('UPDATE siswa SET figures_of = NULL, tunggakan = 7');
    const [one, other] = await Promise.all([stores.outdated.derive(), stores.outdated.derive()]);
    expect(one + other).toBe(3);
    expect(await figures('2')).toEqual(['belum_lunas', 100, 0, 0, -40]);
  });

  it('stay what they were where what is stored cannot be read any more, and are not asked for again', async () => {
    await store('1', ['lama', -40, 0]);
    await dataSource.query(
      `UPDATE siswa SET figures_of = NULL, pembayaran = REPLACE(pembayaran, '"amount_paid":100', '"amount_paid":"100,5"')`,
    );
    expect(await stores.outdated.derive()).toBe(1);
    expect(await figures('1')).toEqual(['belum_lunas', 100, 0, 0, -40]);
    expect(await stores.outdated.count()).toBe(0);
  });

  it('hold for any number of bills and any name', async () => {
    const names = ['x'.repeat(5_000), '😀'.repeat(300), 'nul\u0000', "kutip' \\"];
    const bills = Array.from({ length: 1_203 }, (_, n): Bill => [names[n] ?? String(n), -1, 99]);
    await store('1', ...bills);
    expect((await figures('1'))[1]).toBe(1_203);
    const rows = await dataSource.query<{ item: string }[]>(
      'SELECT item FROM tagihan_terbuka WHERE nomor < 4 ORDER BY nomor',
    );
    expect(rows.map(({ item }) => item)).toEqual(['x'.repeat(191), '😀'.repeat(191), ...names.slice(2)]);
  });
});
