import { type LembagaDto, type PilihanDto, SISWA_GROUPS, type SiswaFilterDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HitunganRepository } from '../hitungan/hitungan.repository';
import { SISI, type Sisi, within } from '../hitungan/counted-groups';
import { SearchRepository } from '../hitungan/search.repository';
import { applyFilter, applyPage, namePageOf, type SiswaQuery } from './siswa-list.query';
import { rosterWhere, type SiswaFilter } from './siswa-where';
import { SiswaEntity } from './siswa.entity';
import type { ReviewRow } from './siswa.presenter';

/** As many are sorted as fast as an index is followed until it has found a page of more. */
const MOST_FEW = 5_000;

/** Reading students. */
@Injectable()
export class SiswaRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly hitungan: HitunganRepository,
    private readonly searches: SearchRepository,
  ) {}

  /** One row more than the limit where there is a next page. */
  async page(query: SiswaQuery): Promise<SiswaEntity[]> {
    const { sort: _, limit: __, cursor: ___, ...filter } = query;
    const place = filter.search === undefined ? null : namePageOf(query);
    const found = (place && (await this.searches.page(filter, place))) ?? (await this.few(filter));
    return applyPage(
      applyFilter(this.students.createQueryBuilder('siswa'), only(query, found)),
      query,
    ).getMany();
  }

  async count(filter: SiswaFilterDto): Promise<number> {
    const ahead = filter.search === undefined ? this.hitungan : this.searches;
    const counted = await ahead.count(filter);
    if (counted !== null) return counted;
    const few = only(filter, await this.few(filter));
    return applyFilter(this.students.createQueryBuilder('siswa'), few).getCount();
  }

  find(idperson: string): Promise<SiswaEntity | null> {
    return this.students.findOneBy({ idperson });
  }

  /** One student with the stored payments. */
  findWithPembayaran(idperson: string): Promise<SiswaEntity | null> {
    return this.students
      .createQueryBuilder('siswa')
      .addSelect('siswa.pembayaran')
      .where({ idperson })
      .getOne();
  }

  /** The answer that waits for a decision, if there is one. */
  async findReview(idperson: string): Promise<ReviewRow | null> {
    const [row] = await this.dataSource.query<ReviewRow[]>(
      'SELECT reason, run_id, pembayaran, received_at FROM pembayaran_review WHERE idperson = ?',
      [idperson],
    );
    return row ?? null;
  }

  async hasAny(): Promise<boolean> {
    return this.students.existsBy({});
  }

  /** School units with their classes and the number of students present. */
  async lembaga(): Promise<LembagaDto[]> {
    const units = await this.pilihan('lembaga');
    return units.map(({ nama, count, bagian }) => ({
      lembaga: nama,
      count,
      kelas: bagian.map((kelas) => ({ kelas: kelas.nama, count: kelas.count })),
    }));
  }

  /** The values of a group, with those of a finer one within it, and the number of students present. */
  async pilihan(sisi: Sisi): Promise<PilihanDto[]> {
    const found = new Map<string | null, PilihanDto>();
    for (const { nama, bagian, total } of (await this.hitungan.of(sisi)) ?? (await this.counts(sisi))) {
      const pilihan = found.get(nama) ?? { nama, count: 0, bagian: [] };
      pilihan.count += Number(total);
      pilihan.bagian.push({ nama: bagian, count: Number(total) });
      found.set(nama, pilihan);
    }
    return [...found.values()];
  }

  private counts(sisi: Sisi): Promise<{ nama: string | null; bagian: string | null; total: string }[]> {
    const [nama, bagian] = SISI[sisi].map((group) => SISWA_GROUPS[group]);
    return this.dataSource.query(
      `SELECT ${nama} AS nama, ${bagian} AS bagian, COUNT(*) AS total
       FROM siswa WHERE left_at IS NULL GROUP BY ${nama}, ${bagian} ORDER BY ${nama}, ${bagian}`,
    );
  }

  /** Whom a search finds, looked for without the wide rows and perhaps more than the filter has; null where there is none, or they are many. */
  private async few({ idperson, ...filter }: SiswaFilter): Promise<string[] | null> {
    const { search, ...others } = filter;
    if (search === undefined || idperson !== undefined) return null;
    const asked = within(others) === null ? { search } : filter;
    const some = (await this.searches.some(asked, MOST_FEW + 1)) ?? (await this.lookThrough(search));
    return some.length > MOST_FEW ? null : some;
  }

  private async lookThrough(search: string): Promise<string[]> {
    const { sql, params } = rosterWhere({ search });
    const rows = await this.dataSource.query<{ idperson: string }[]>(
      `SELECT idperson FROM siswa FORCE INDEX (ix_siswa_cari) WHERE ${sql} LIMIT ?`,
      [...params, MOST_FEW + 1],
    );
    return rows.map(({ idperson }) => idperson);
  }

  private get students() {
    return this.dataSource.getRepository(SiswaEntity);
  }
}

/** A filter of which only these can be; an empty list finds nobody. */
function only<T extends SiswaFilter>(filter: T, idpersons: readonly string[] | null): T {
  return idpersons ? { ...filter, idperson: idpersons.length > 0 ? idpersons : ['0'] } : filter;
}
