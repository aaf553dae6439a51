import { SISWA_SORTS, type SiswaListQueryDto } from '@bantubayar/shared';
import type { DataSource } from 'typeorm';
import { SiswaRepository } from '../src/siswa/siswa.repository';
import { SiswaService } from '../src/siswa/siswa.service';
import { addSiswa, freshDatabase } from './database';

const COUNT = 60;

describe('the list of students', () => {
  let dataSource: DataSource;
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
    service = new SiswaService(new SiswaRepository(dataSource), null as never);
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

  it('refuses a cursor that it did not make', async () => {
    await expect(list({ cursor: 'bukan-cursor' })).rejects.toMatchObject({ code: 'validation_failed' });
  });
});
