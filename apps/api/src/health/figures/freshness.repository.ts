import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rosterWhere } from '../../siswa/siswa-where';

/** How old what is stored of the students on the roster is. */
@Injectable()
export class FreshnessRepository {
  constructor(private readonly dataSource: DataSource) {}

  async count(): Promise<number> {
    return this.countWhere({});
  }

  /** Not fetched for so many hours, or never. */
  async countStale(hours: number): Promise<number> {
    return this.countWhere({ staleHours: hours });
  }

  /** Since the oldest fetch of those that were ever fetched; null where nobody was. */
  async oldestSeconds(): Promise<number | null> {
    const [row] = await this.dataSource.query<{ seconds: string }[]>(
      `SELECT TIMESTAMPDIFF(SECOND, fetched_at, UTC_TIMESTAMP(3)) AS seconds
       FROM siswa WHERE fetched_at IS NOT NULL AND left_at IS NULL ORDER BY fetched_at LIMIT 1`,
    );
    return row ? Number(row.seconds) : null;
  }

  private async countWhere(filter: { staleHours?: number }): Promise<number> {
    const { sql, params } = rosterWhere(filter);
    const [row] = await this.dataSource.query<{ n: string }[]>(
      `SELECT COUNT(*) AS n FROM siswa WHERE ${sql}`,
      params,
    );
    return Number(row!.n);
  }
}
