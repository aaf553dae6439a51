import {
  FAILURE_REASONS,
  failureMessage,
  type FailureReasonCode,
  type ReasonCountDto,
  type SiswaFilterDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HitunganRepository } from '../hitungan/hitungan.repository';
import { rosterWhere } from '../siswa/siswa-where';

/** Counts students on the roster who need a person. */
@Injectable()
export class PerhatianRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly hitungan: HitunganRepository,
  ) {}

  async count(filter: SiswaFilterDto): Promise<number> {
    const counted = await this.hitungan.count(filter);
    if (counted !== null) return counted;
    const { sql, params } = rosterWhere(filter);
    const [row] = await this.dataSource.query<{ n: string }[]>(
      `SELECT COUNT(*) AS n FROM siswa WHERE ${sql}`,
      params,
    );
    return Number(row!.n);
  }

  /** Why students could not be fetched the last time, most first. */
  async reasons(): Promise<ReasonCountDto[]> {
    const { sql, params } = rosterWhere({ perhatian: 'gagal' });
    const rows = await this.dataSource.query<{ reason: FailureReasonCode; n: string }[]>(
      `SELECT last_reason AS reason, COUNT(*) AS n FROM siswa WHERE ${sql}
       GROUP BY last_reason ORDER BY n DESC, last_reason`,
      params,
    );
    return rows.map(({ reason, n }) => ({
      outcome: 'failed',
      reason,
      message: failureMessage(reason),
      action: FAILURE_REASONS[reason].action,
      count: Number(n),
      retryable: Number(n),
    }));
  }
}
