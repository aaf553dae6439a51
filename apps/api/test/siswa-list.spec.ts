import { SISWA_GROUPS, SISWA_SORTS, type SiswaListQueryDto } from '@bantubayar/shared';
import type { DataSource } from 'typeorm';
import { DatabaseClock } from '../src/common/database-clock';
import { SiswaRepository } from '../src/siswa/siswa.repository';
import { SiswaService } from '../src/siswa/siswa.service';
import { addSiswa, freshDatabase } from './database';
import { storesOn } from './stores';

const COUNT = 60;

describe('the list of students', () => {
  let dataSource: DataSource;
  let students: SiswaRepository;
  let service: SiswaService;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    await addSiswa(dataSource, COUNT);
    await dataSource.query(
      `UPDATE siswa SET tunggakan = idperson MOD 4 * 1000, fetched_at = '2026-11-01' + INTERVAL idperson MOD 5 HOUR,
         status_pembayaran = IF(idperson MOD 4 = 0, 'lunas', 'belum_lunas') WHERE idperson <= 40`,
    );
    await dataSource.query(`UPDATE siswa SET nama = 'Nama Kembar' WHERE idperson IN (3, 7, 50)`);
    await dataSource.query(`UPDATE siswa SET nama = '100% _Aneh' WHERE idperson = 9`);
    await dataSource.query('UPDATE siswa SET left_at = UTC_TIMESTAMP(3) WHERE idperson = 60');
    students = new SiswaRepository(dataSource, storesOn(dataSource).hitungan, storesOn(dataSource).searches);
    service = new SiswaService(students, null as never, new DatabaseClock(dataSource));
  });
  afterAll(() => dataSource.destroy());

  const list = (query: Partial<SiswaListQueryDto>) => service.list({ sort: 'nama', limit: 50, ...query });

  it.each(SISWA_SORTS)('sorted by %s pages through everybody exactly once', async (sort) => {
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ sort, limit: 7, cursor });
      paged.push(...page.items.map(({ idperson }) => idperson));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const whole = (await list({ sort, limit: 500 })).items.map(({ idperson }) => idperson);
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(COUNT - 1);
  });

  it('counts what the filter matches over all pages and leaves out who left', async () => {
    expect(await list({ limit: 5 })).toMatchObject({ total: COUNT - 1 });
    expect(await list({ status: 'lunas' })).toMatchObject({ total: 10 });
    expect(await list({ status: 'belum_sinkron' })).toMatchObject({ total: 19 });
    expect(await list({ lembaga: 'SMP', kelas: '8A' })).toMatchObject({ total: 19 });
    expect((await list({ staleHours: 1 })).total).toBe(COUNT - 1);
  });

  it('searches part of a name or the beginning of an idperson, and takes wildcards literally', async () => {
    expect((await list({ search: 'kembar' })).items.map(({ idperson }) => idperson)).toEqual([
      '3',
      '7',
      '50',
    ]);
    expect((await list({ search: '% _a' })).items.map(({ idperson }) => idperson)).toEqual(['9']);
    expect(await list({ search: '%' })).toMatchObject({ total: 1 });
    expect((await list({ search: '51' })).items.map(({ idperson }) => idperson)).toContain('51');
  });

  it('searches words in any order, by name and class alike', async () => {
    await dataSource.query(
      `UPDATE siswa SET nama = 'Siti Aminah Putri', KelasFormal = '12 IPA A' WHERE idperson = 21`,
    );
    await dataSource.query(`UPDATE siswa SET nama = 'Putri 12%' WHERE idperson = 22`);
    const found = async (search: string) => (await list({ search })).items.map(({ idperson }) => idperson);
    expect(await found('putri siti')).toEqual(['21']);
    expect(await found('  PUTRI\tamin ')).toEqual(['21']);
    expect(await found('putri 12')).toEqual(['22', '21']);
    expect(await found('putri 12%')).toEqual(['22']);
    expect(await found('putri 22')).toEqual(['22']);
    expect(await found('putri siti budi')).toEqual([]);
    expect((await list({ search: 'x '.repeat(50) })).total).toBe(0);
    await dataSource.query(`UPDATE siswa SET nama = 'Siswa 0021', KelasFormal = '8A' WHERE idperson = 21`);
    await dataSource.query(`UPDATE siswa SET nama = 'Siswa 0022' WHERE idperson = 22`);
  });

  it.each([
    '081234567890',
    '0812 3456 7890',
    '+62 812-3456-7890',
    '6281234567890',
    '81234567890',
    '0812 3456',
  ])('searches the telephone number %s however it is stored', async (search) => {
    const stored = [
      '081234567890',
      '+62 812-3456-7890',
      '62 (812) 3456.7890',
      '021 555 / 0812 34567890',
      '81234567890',
    ];
    for (const [n, phone] of stored.entries())
      await dataSource.query('UPDATE siswa SET phone = ? WHERE idperson = ?', [phone, 30 + n]);
    await dataSource.query(`UPDATE siswa SET phone = '0812 9999 0000' WHERE idperson = 40`);
    const { items } = await list({ search, sort: 'idperson' });
    expect(items.map(({ idperson }) => idperson)).toEqual(['30', '31', '32', '33', '34']);
  });

  it.each(Object.entries(SISWA_GROUPS))(
    'takes %s, in the list and in a scope alike',
    async (group, column) => {
      await dataSource.query(`UPDATE siswa SET ${column} = 'Satu?' WHERE idperson IN (11, 12, 60)`);
      await dataSource.query(`UPDATE siswa SET ${column} = 'Satu? Dua' WHERE idperson = 13`);
      const ids = async (query: object) => (await list(query)).items.map(({ idperson }) => idperson);
      const { ledger } = storesOn(dataSource);
      expect(await ids({ [group]: 'Satu?' })).toEqual(['11', '12']);
      expect(await ids({ [group]: 'Satu?', search: '?', staleHours: 1 })).toEqual([]);
      expect(await ids({ [group]: 'Satu?', search: '12' })).toEqual(['12']);
      expect(await ledger.countScope({ [group]: 'Satu?' })).toBe(2);
      expect(await ledger.countScope({ [group]: 'Satu?', staleHours: 1, idperson: ['12', '13', '60'] })).toBe(
        1,
      );
    },
  );

  it('names what a group can be set to, with the finer one within it', async () => {
    await dataSource.query(
      `UPDATE siswa SET AsramaPondok = ELT(idperson, 'A', 'A', 'B'), KamarPondok = ELT(idperson, 'A-1', 'A-2', 'B-1')`,
    );
    expect(await students.pilihan('asrama')).toEqual([
      { nama: null, count: COUNT - 4, bagian: [{ nama: null, count: COUNT - 4 }] },
      {
        ...{ nama: 'A', count: 2 },
        bagian: [
          { nama: 'A-1', count: 1 },
          { nama: 'A-2', count: 1 },
        ],
      },
      { nama: 'B', count: 1, bagian: [{ nama: 'B-1', count: 1 }] },
    ]);
  });

  it('refuses a cursor that it did not make', async () => {
    await expect(list({ cursor: 'bukan-cursor' })).rejects.toMatchObject({ code: 'validation_failed' });
  });
});
