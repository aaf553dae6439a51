import { KELOMPOK_TUNGGAKAN, type SiswaFilterDto, UMUR_TUNGGAKAN } from '@bantubayar/shared';
import type { DataSource } from 'typeorm';
import { todaySql } from '../src/common/school-day';
import { SiswaRepository } from '../src/siswa/siswa.repository';
import {
  type TunggakanFilter,
  TunggakanRepository,
  type TunggakanRow,
} from '../src/siswa/tunggakan.repository';
import { addSiswa, freshDatabase } from './database';
import { storesOn } from './stores';

const DAYS_LATE = [0, 1, 30, 31, 60, 61, 90, 91, 180, 181, 4000];

describe('unpaid bills', () => {
  let dataSource: DataSource;
  let tunggakan: TunggakanRepository;

  beforeAll(async () => {
    dataSource = await freshDatabase();
    tunggakan = new TunggakanRepository(dataSource, storesOn(dataSource).hitungan);
    await addSiswa(dataSource, DAYS_LATE.length + 3);
    const bills = DAYS_LATE.map((days, n) => [n + 1, 0, n % 2 ? 'SPP' : 'Asrama', days]);
    // A second bill of the first student, one without a date, one of the day after, and one of a student who left.
    bills.push([1, 1, 'SPP', 45], [12, 0, 'SPP', null as never], [13, 0, 'SPP', -1], [14, 0, 'SPP', 100]);
    for (const [idperson, nomor, kategori, days] of bills)
      await dataSource.query(
        `INSERT INTO tagihan_terbuka VALUES (?, ?, '20262027', ?, 'Juli', ${todaySql()} - INTERVAL ? DAY, 100, 40)`,
        [idperson, nomor, kategori, days],
      );
    await dataSource.query('UPDATE siswa SET left_at = UTC_TIMESTAMP(3) WHERE idperson = 14');
    await dataSource.query(
      `UPDATE siswa JOIN (SELECT idperson, MIN(jatuh_tempo) AS tertua FROM tagihan_terbuka GROUP BY idperson) AS bill
       USING (idperson) SET jatuh_tempo_tertua = tertua, figures_of = UNHEX(SHA2(idperson, 256)), content_hash = figures_of, tunggakan = IF(idperson = 13, 0, 60)`,
    );
  });
  afterAll(() => dataSource.destroy());

  async function every(filter: TunggakanFilter, limit: number): Promise<TunggakanRow[]> {
    const all: TunggakanRow[] = [];
    for (let cursor: string | undefined; ; cursor = tunggakan.cursorAfter(all.at(-1)!)) {
      const rows = await tunggakan.page(filter, limit + 1, cursor);
      all.push(...rows.slice(0, limit));
      if (rows.length <= limit) return all;
    }
  }

  it('are those that are due, of students on the roster, oldest first, each once whatever the page', async () => {
    const all = await every({}, 500);
    expect(all.map(({ hariTerlambat }) => hariTerlambat)).toEqual([
      ...[0, 4000, 181, 180, 91, 90, 61, 60, 45, 31, 30, 1, 0],
    ]);
    expect(all[0]).toMatchObject({ idperson: '12', jatuhTempo: null, tagihan: 100, dibayar: 40, sisa: -60 });
    for (const limit of [1, 2, 5]) expect(await every({}, limit)).toEqual(all);
  });

  it('that fall due later come last, where they are asked for', async () => {
    const all = await every({ belumJatuhTempo: true }, 2);
    expect(all).toHaveLength(DAYS_LATE.length + 3);
    expect(all.at(-1)).toMatchObject({ idperson: '13', hariTerlambat: -1 });
    expect(await every({ belumJatuhTempo: true, umur: '0' }, 500)).toHaveLength(2);
  });

  it('fall into groups by days late at their very edges', async () => {
    const groups = await tunggakan.ringkasan('umur', {});
    expect(groups.map(({ kelompok, bills }) => [kelompok, bills])).toEqual([
      ['0', 2],
      ['1-30', 2],
      ['31-60', 3],
      ['61-90', 2],
      ['91-180', 2],
      ['>180', 2],
    ]);
    for (const { kelompok, bills } of groups) {
      const umur = UMUR_TUNGGAKAN.find((each) => each === kelompok)!;
      expect(await every({ umur }, 500)).toHaveLength(bills);
    }
  });

  it.each(KELOMPOK_TUNGGAKAN)('come to the same sum by %s', async (kelompok) => {
    const groups = await tunggakan.ringkasan(kelompok, {});
    const sum = (of: 'bills' | 'tunggakan') => groups.reduce((total, group) => total + group[of], 0);
    expect([sum('bills'), sum('tunggakan')]).toEqual([13, 13 * 60]);
  });

  it.each<[SiswaFilterDto, number[]]>([
    [{ terlambat: 0 }, [0, 4000, 181, 180, 91, 90, 61, 60, 45, 31, 30, 1, 0]],
    [{ terlambat: 181 }, [4000, 181]],
    [{ terlambat: 36500 }, []],
    [{ kategori: 'Asrama', terlambat: 61 }, [4000, 180, 90]],
    [{ umur: '31-60', kategori: 'SPP' }, [45, 31]],
    [{ kategori: 'spp' }, []],
    [{ periode: '20252026' }, []],
    [{ search: '1', umur: '0' }, [0, 0]],
    [{ search: '0003 siswa' }, [30]],
  ])('are narrowed down by %j', async (filter, expected) => {
    expect((await every(filter, 500)).map(({ hariTerlambat }) => hariTerlambat)).toEqual(expected);
  });

  it.each<[SiswaFilterDto, number]>([
    [{ terlambat: 0 }, 12],
    [{ terlambat: 1 }, 11],
    [{ terlambat: 45 }, 8],
    [{ kategori: 'Asrama' }, 6],
    [{ umur: '31-60' }, 3],
    [{ umur: '31-60', kategori: 'Asrama' }, 1],
    [{ umur: '0' }, 2],
  ])('narrow down the list of students by %j', async (filter, count) => {
    expect(
      await new SiswaRepository(
        dataSource,
        storesOn(dataSource).hitungan,
        storesOn(dataSource).searches,
      ).count(filter),
    ).toBe(count);
  });

  it.each(['x', 'WyJ0dW5nZ2FrYW4iLCIyMDI1LTEzLTAxIiwiMSIsIjAiXQ'])(
    'refuse a foreign cursor %s',
    async (cursor) => {
      await expect(tunggakan.page({}, 10, cursor)).rejects.toMatchObject({ code: 'validation_failed' });
    },
  );
});
