import type { LembagaDto, SiswaListQueryDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { applyFilter, applyPage } from './siswa-list.query';
import { SiswaEntity } from './siswa.entity';
import type { ReviewRow } from './siswa.presenter';

/** Reading students. */
@Injectable()
export class SiswaRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One row more than the limit where there is a next page. */
  page(query: SiswaListQueryDto): Promise<SiswaEntity[]> {
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
    const rows = await this.dataSource.query<{ lembaga: string | null; kelas: string | null; n: string }[]>(
      `SELECT UnitFormal AS lembaga, KelasFormal AS kelas, COUNT(*) AS n
       FROM siswa WHERE left_at IS NULL GROUP BY UnitFormal, KelasFormal ORDER BY UnitFormal, KelasFormal`,
    );
    const units = new Map<string | null, LembagaDto>();
    for (const { lembaga, kelas, n } of rows) {
      const unit = units.get(lembaga) ?? { lembaga, count: 0, kelas: [] };
      unit.count += Number(n);
      unit.kelas.push({ kelas, count: Number(n) });
      units.set(lembaga, unit);
    }
    return [...units.values()];
  }

  private get students() {
    return this.dataSource.getRepository(SiswaEntity);
  }
}
