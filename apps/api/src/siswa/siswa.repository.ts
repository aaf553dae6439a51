import {
  type LembagaDto,
  type PilihanDto,
  SISWA_GROUPS,
  type SiswaGroup,
  type SiswaListQueryDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { applyFilter, applyPage, type SiswaQuery } from './siswa-list.query';
import { SiswaEntity } from './siswa.entity';
import type { ReviewRow } from './siswa.presenter';

/** Reading students. */
@Injectable()
export class SiswaRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One row more than the limit where there is a next page. */
  page(query: SiswaQuery): Promise<SiswaEntity[]> {
    return applyPage(applyFilter(this.students.createQueryBuilder('siswa'), query), query).getMany();
  }

  count(query: SiswaListQueryDto): Promise<number> {
    return applyFilter(this.students.createQueryBuilder('siswa'), query).getCount();
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
    const units = await this.pilihan('lembaga', 'kelas');
    return units.map(({ nama, count, bagian }) => ({
      lembaga: nama,
      count,
      kelas: bagian.map((kelas) => ({ kelas: kelas.nama, count: kelas.count })),
    }));
  }

  /** The values of a group, with those of a finer one within it, and the number of students present. */
  async pilihan(group: SiswaGroup, within: SiswaGroup): Promise<PilihanDto[]> {
    const [nama, bagian] = [SISWA_GROUPS[group], SISWA_GROUPS[within]];
    const rows = await this.dataSource.query<{ nama: string | null; bagian: string | null; n: string }[]>(
      `SELECT ${nama} AS nama, ${bagian} AS bagian, COUNT(*) AS n
       FROM siswa WHERE left_at IS NULL GROUP BY ${nama}, ${bagian} ORDER BY ${nama}, ${bagian}`,
    );
    const found = new Map<string | null, PilihanDto>();
    for (const { nama, bagian, n } of rows) {
      const pilihan = found.get(nama) ?? { nama, count: 0, bagian: [] };
      pilihan.count += Number(n);
      pilihan.bagian.push({ nama: bagian, count: Number(n) });
      found.set(nama, pilihan);
    }
    return [...found.values()];
  }

  private get students() {
    return this.dataSource.getRepository(SiswaEntity);
  }
}
