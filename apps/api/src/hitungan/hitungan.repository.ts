import {
  type Day,
  type RingkasanDto,
  type RingkasanTunggakanDto,
  type SiswaFilterDto,
  type SiswaGroupsDto,
  STALE_HOURS,
  type StatusPembayaran,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { allOf, is } from '../common/sql';
import { inSnapshot, type Transaction } from '../database/transaction';
import { todaySql } from '../common/school-day';
import { byKategori, byUmur } from './bill-counts';
import { CountedBillsRepository } from './counted-bills.repository';
import { SISI, type Sisi, sisiOf } from './counted-groups';
import { columnOf, lacking, MOST_UNCOUNTED, NOW, SUM_COLUMNS, SUM_NAMES, uncounted } from './hitungan.sql';
import { Readers } from './readers';

const SUM_OF_STATUS = {
  semua: 'total',
  lunas: 'lunas',
  belum_lunas: 'belumLunas',
  belum_sinkron: 'belumSinkron',
} as const satisfies Record<StatusPembayaran | 'semua', keyof RingkasanDto>;

/** The sums of a group and of one within it. */
export interface Hitungan extends RingkasanDto {
  nama: string | null;
  bagian: string | null;
}

export type UmurAndKategori = Record<'umur' | 'kategori', RingkasanTunggakanDto[]>;

type Row = { nama: string | null; bagian: string | null } & Record<string, string | null>;

/** Sums over students and their unpaid bills that are counted ahead; what they lack is added when they are read, so they are exact. */
@Injectable()
export class HitunganRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bills: CountedBillsRepository,
    private readonly readers: Readers,
  ) {}

  /** In the order of their names, by dormitory and religious school without amounts; null where they are too far behind to be of use. */
  async of(sisi: Sisi, groups: SiswaGroupsDto = {}): Promise<Hitungan[] | null> {
    const [nama, bagian] = SISI[sisi];
    const where = allOf([is('nama = ?', groups[nama]), is('bagian = ?', groups[bagian])]);
    if ((await this.uncounted(this.dataSource)) === null) return null;
    const rows = await this.dataSource.query<Row[]>(
      `SELECT nama, bagian, ${SUM_COLUMNS.map((sum) => `SUM(${sum}) AS ${sum}`).join(', ')}
       FROM (SELECT jenis, nama, bagian, ${SUM_COLUMNS.join(', ')} FROM hitungan_siswa WHERE jenis = ?
         UNION ALL ${lacking(sisi, uncounted(NOW), NOW)}) AS semua
       WHERE ${where.sql} GROUP BY nama, bagian HAVING SUM(total) > 0 ORDER BY nama, bagian`,
      [sisi, ...where.params],
    );
    return rows.map(toHitungan);
  }

  /** How many students a filter matches; null where that is not counted ahead. */
  async count({ status, staleHours, ...filter }: SiswaFilterDto): Promise<number | null> {
    const sisi = sisiOf(filter);
    const isOther = staleHours !== undefined && (staleHours !== STALE_HOURS || status !== undefined);
    if (!sisi || isOther || (sisi !== 'lembaga' && (staleHours ?? status) !== undefined)) return null;
    const found = await this.of(sisi, filter);
    const sum = staleHours === undefined ? SUM_OF_STATUS[status ?? 'semua'] : 'usang';
    return found && found.reduce((total, each) => total + each[sum], 0);
  }

  /** What is due today by how late it is, and by category; null where the sums are too far behind to be of use. */
  async tunggakan(): Promise<UmurAndKategori | null> {
    return inSnapshot(this.dataSource, async (db) => {
      const idpersons = await this.uncounted(db);
      if (idpersons === null) return null;
      const [row] = await db.query<{ today: Day }[]>(`SELECT CAST(${todaySql()} AS CHAR) AS today`);
      const counts = await this.bills.read(db);
      await this.bills.addLacking(db, counts, idpersons);
      return { umur: byUmur(counts, row!.today), kategori: byKategori(counts, row!.today) };
    });
  }

  /** Who is to be added when the sums are read; null where they are too many. */
  async uncounted(db: Pick<Transaction, 'query'>): Promise<string[] | null> {
    this.readers.note();
    const rows = await db.query<{ idperson: string }[]>(uncounted(NOW, MOST_UNCOUNTED + 1));
    return rows.length > MOST_UNCOUNTED ? null : rows.map(({ idperson }) => idperson);
  }
}

function toHitungan({ nama, bagian, ...sums }: Row): Hitungan {
  const figures = Object.fromEntries(SUM_NAMES.map((name) => [name, Number(sums[columnOf(name)])]));
  return { nama, bagian, ...(figures as unknown as RingkasanDto) };
}
