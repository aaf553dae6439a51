import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { fitting } from '../common/fitting';
import { applyFilter } from './siswa-list.query';
import type { SiswaFilter } from './siswa-where';
import { SiswaEntity } from './siswa.entity';

const WINDOW = 500;
const WINDOW_BYTES = 4_000_000;

/** Reads all students of a filter by their idperson, as many at once as fit into memory. */
@Injectable()
export class SiswaBulkRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Each student is of one moment, all of them are of the moments in which they are read. */
  async *windows(filter: SiswaFilter, withPembayaran: boolean): AsyncGenerator<SiswaEntity[]> {
    for (let after = '0'; ;) {
      const last = await this.endOfWindow(filter, withPembayaran, after);
      if (last === null) return;
      const window = this.behind(after, filter).andWhere('siswa.idperson <= :last', { last });
      yield await (withPembayaran ? window.addSelect('siswa.pembayaran') : window).getMany();
      after = last;
    }
  }

  private async endOfWindow(
    filter: SiswaFilter,
    withPembayaran: boolean,
    after: string,
  ): Promise<string | null> {
    const rows = await this.behind(after, filter)
      .select('siswa.idperson', 'idperson')
      .addSelect(withPembayaran ? 'OCTET_LENGTH(siswa.pembayaran)' : '0', 'bytes')
      .limit(WINDOW)
      .getRawMany<{ idperson: string; bytes: string | null }>();
    return fitting(rows, WINDOW_BYTES).at(-1)?.idperson ?? null;
  }

  private behind(after: string, filter: SiswaFilter): SelectQueryBuilder<SiswaEntity> {
    const students = this.dataSource.getRepository(SiswaEntity).createQueryBuilder('siswa');
    return applyFilter(students, filter)
      .andWhere('siswa.idperson > :after', { after })
      .orderBy('siswa.idperson');
  }
}
