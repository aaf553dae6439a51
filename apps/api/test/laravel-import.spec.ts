import type { DataSource } from 'typeorm';
import { LaravelImport } from '../src/impor/laravel-import';
import { LaravelSource } from '../src/impor/laravel-source';
import { addSiswa, freshDatabase, scalar } from './database';
import { BY_ANSWER, BY_PERIOD, LaravelDatabase, period } from './laravel-database';
import { storesOn } from './stores';

const AT = '2026-03-01 07:00:00';
const AT_UTC = '2026-03-01T00:00:00.000Z';

describe('the import from the former application', () => {
  let dataSource: DataSource;
  let old: LaravelDatabase;

  beforeEach(async () => {
    dataSource = await freshDatabase();
  });
  afterEach(async () => {
    await dataSource.destroy();
    await old.close();
  });

  async function run(apply: boolean): Promise<Record<string, number>> {
    const source = await LaravelSource.open(old.url, 'Asia/Jakarta');
    const { payments } = storesOn(dataSource);
    const report = await new LaravelImport(source, dataSource, payments, { apply, oleh: 'Uji' }).run();
    await source.close();
    for (const { message } of report.lines) expect(message).not.toBe('');
    return report.counts();
  }

  /** Says the same with and without --apply, and changes nothing the second time. */
  async function bothWays(expected: Record<string, number>): Promise<Record<string, number>> {
    const before = await checksum();
    expect(await run(false)).toEqual(expected);
    expect(await checksum()).toBe(before);
    expect(await run(true)).toEqual(expected);
    const after = await checksum();
    const again = await run(true);
    expect(await checksum()).toBe(after);
    expect(Object.keys(again).filter((key) => key.includes(' take '))).toEqual([]);
    return again;
  }
  const checksum = async () =>
    JSON.stringify([
      await dataSource.query('SELECT * FROM siswa ORDER BY idperson'),
      await dataSource.query('SELECT * FROM tagihan_terbuka'),
      await dataSource.query('SELECT COUNT(*) FROM pembayaran_change'),
      await dataSource.query('SELECT COUNT(*) FROM pembayaran_review'),
    ]);
  const siswa = async (idperson: string) =>
    (
      await dataSource.query<Record<string, unknown>[]>('SELECT * FROM siswa WHERE idperson = ?', [idperson])
    )[0]!;

  describe('with a row a school year, as its migrations made it', () => {
    beforeEach(async () => {
      old = await LaravelDatabase.create(BY_PERIOD);
    });
    const years = (siswaId: number, ...rows: [data: unknown, updatedAt: string | null][]) =>
      old.insert(
        'siswa_pembayaran',
        ...rows.map(([data, updatedAt]) => ({
          siswa_id: siswaId,
          data: typeof data === 'string' ? data : JSON.stringify(data),
          created_at: AT,
          updated_at: updatedAt,
        })),
      );

    it('puts the years of a student together, with the balance, as old as they are', async () => {
      await old.insert('siswa', { idperson: '255001', nama: 'Ahmad', gender: 'L', UnitFormal: 'SMP' });
      await old.insert('siswa_saldo', { siswa_id: 1, saldo: '150000.00' });
      await years(
        1,
        [period('20242025', 100, 100), '2025-09-01 07:00:00'],
        [period('20252026', '50', 200), AT],
      );
      await bothWays({ 'siswa take new': 1, 'siswa_pembayaran take new': 2 });
      const row = await siswa('255001');
      expect(row).toMatchObject({
        nama: 'Ahmad',
        tagihan: '300',
        dibayar: '150',
        saldo: '150000',
        jumlah_periode: 2,
      });
      expect((row['fetched_at'] as Date).toISOString()).toBe(AT_UTC);
      expect(await scalar(dataSource, 'SELECT COUNT(*) FROM tagihan_terbuka')).toBe('1');
    });

    it('of doubled years takes the newest, of a student with an unreadable one none', async () => {
      await old.insert('siswa', ...['1', '2'].map((idperson) => ({ idperson, nama: `Siswa ${idperson}` })));
      await years(1, [period('20252026', 10, 100), '2025-09-01 07:00:00'], [period('20252026', 60, 100), AT]);
      await years(2, [period('20242025', 10, 100), AT], ['{"period_id":"20252026"', AT]);
      await bothWays({
        'siswa take new': 2,
        'siswa_pembayaran keep superseded': 1,
        'siswa_pembayaran take new': 1,
        'siswa_pembayaran leave bad_json': 1,
        'siswa_pembayaran leave incomplete': 1,
      });
      expect(await siswa('1')).toMatchObject({ dibayar: '60', jumlah_periode: 1 });
      expect(await siswa('2')).toMatchObject({ dibayar: null, fetched_at: null });
    });

    it('never overwrites what is newer here, nor what looks like less', async () => {
      await addSiswa(dataSource, 4);
      await old.insert('siswa', ...['1', '2', '3', '4'].map((idperson) => ({ idperson, nama: 'Lain' })));
      for (const id of [1, 2, 3, 4]) await years(id, [period('20252026', 10, 100), AT]);
      await run(true);
      await dataSource.query("UPDATE siswa SET fetched_at = '2026-04-01' WHERE idperson IN (1, 3)");
      await dataSource.query('UPDATE siswa SET jumlah_periode = 2 WHERE idperson = 2');
      await dataSource.query('UPDATE siswa SET left_at = UTC_TIMESTAMP(3) WHERE idperson = 4');
      await old.query(
        `UPDATE siswa_pembayaran SET data = REPLACE(data, '"amount_billed":10', '"amount_billed":20'), updated_at = '2026-03-15 07:00:00'`,
      );
      await old.query(
        `UPDATE siswa_pembayaran SET data = REPLACE(data, '"remaining_balance":-90', '"remaining_balance":-80')`,
      );
      await bothWays({
        'siswa keep known': 4,
        'siswa_pembayaran keep newer_here': 2,
        'siswa_pembayaran leave doubtful': 1,
        'siswa_pembayaran leave left_here': 1,
      });
      expect(await siswa('1')).toMatchObject({ nama: 'Siswa 0001', dibayar: '10' });
    });
  });

  describe('with a row an answer, in latin1', () => {
    beforeEach(async () => {
      old = await LaravelDatabase.create(BY_ANSWER);
    });
    const answers = (...rows: [idperson: string | null, payments: unknown, updatedAt?: string | null][]) =>
      old.insert(
        'siswa_pembayaran',
        ...rows.map(([idperson, payments, updatedAt = AT]) => ({
          idperson,
          payments: typeof payments === 'string' ? payments : JSON.stringify(payments),
          updated_at: updatedAt,
        })),
      );
    const data = (idperson: string, dibayar: unknown = 50) => [
      { idperson, saldo: 0, periods: [period('20252026', dibayar, 100)] },
    ];

    it('takes answers, their data, and data encoded twice; a newer row stands for the older', async () => {
      await old.insert('siswa', ...['1', '2', '3'].map((idperson) => ({ idperson, nama: 'Zoë' })));
      await answers(['1', { status: true, data: data('1') }]);
      await answers(['2', data('2', 10), '2025-01-01 00:00:00'], [' 2', data('2', 70)]);
      await answers(['3', JSON.stringify(JSON.stringify(data('3')[0]))]);
      await bothWays({
        'siswa take new': 3,
        'siswa_pembayaran keep superseded': 1,
        'siswa_pembayaran take new': 3,
      });
      expect(await siswa('2')).toMatchObject({ nama: 'Zoë', dibayar: '70' });
      expect(await siswa('3')).toMatchObject({ dibayar: '50', status_pembayaran: 'belum_lunas' });
    });

    it('leaves what is odd, each with its reason', async () => {
      await old.insert(
        'siswa',
        ...['1', '2', '3', '4', '5', '6'].map((idperson) => ({ idperson, nama: `Siswa ${idperson}` })),
        { idperson: '7', nama: '' },
        { idperson: 'x8', nama: 'Tanpa nomor' },
        { idperson: '9', nama: 'Kembar' },
        { idperson: '9', nama: 'Kembar lain' },
        { idperson: '1', nama: 'Siswa 1' },
      );
      await old.query("UPDATE siswa SET lahirtanggal = '0000-00-00' WHERE idperson = '1'");
      await answers(['1', data('1', '125.000')], ['2', data('3')], ['3', data('3'), '0000-00-00 00:00:00']);
      await answers(
        ['4', data('4'), '2099-01-01 00:00:00'],
        ['5', { total: 5 }],
        ['6', { status: false, data: [] }],
      );
      await answers(['77', data('77')], ['1x', data('1')], [null, data('1')], ['7', data('7')]);
      await bothWays({
        'siswa take new': 6,
        'siswa keep superseded': 1,
        'siswa leave bad_row': 2,
        'siswa leave doubled': 2,
        'siswa_pembayaran leave refused': 3,
        'siswa_pembayaran leave no_timestamp': 1,
        'siswa_pembayaran leave future_timestamp': 1,
        'siswa_pembayaran leave unknown_shape': 1,
        'siswa_pembayaran leave unknown_siswa': 4,
      });
      expect(await siswa('1')).toMatchObject({ lahirtanggal: null, pembayaran: null });
      expect(await scalar(dataSource, 'SELECT COUNT(*) FROM pembayaran_review')).toBe('0');
    });
  });

  it('says which tables are missing, without the password', async () => {
    old = await LaravelDatabase.create([]);
    await expect(LaravelSource.open(old.url, 'UTC')).rejects.toThrow('there is no table siswa');
    const wrong = new URL(old.url);
    wrong.password = 'rahasia-benar';
    wrong.username = 'bukan';
    await expect(LaravelSource.open(wrong.href, 'UTC')).rejects.toThrow(
      /^(?!.*rahasia-benar).*--url mysql:/s,
    );
  });
});
