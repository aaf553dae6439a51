import type { DashboardDto, SiswaGroupsDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '../common/database-clock';
import { env } from '../config/env';
import { PerubahanListRepository } from '../pembayaran/perubahan-list.repository';
import { RingkasanRepository, ringkasanOf } from '../siswa/ringkasan.repository';
import { siswaWhere } from '../siswa/siswa-where';
import { TunggakanRepository } from '../siswa/tunggakan.repository';
import { lastDays } from './days';

/** How the school stands, or a part of it. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly ringkasan: RingkasanRepository,
    private readonly tunggakan: TunggakanRepository,
    private readonly perubahan: PerubahanListRepository,
    private readonly clock: DatabaseClock,
  ) {}

  async of(days: number, groups: SiswaGroupsDto): Promise<DashboardDto> {
    const timezone = env.SCHOOL_TIMEZONE;
    const { dates, moments } = lastDays(days, timezone, await this.clock.now());
    const [lembaga, owed, uang] = await Promise.all([
      this.ringkasan.byLembaga(groups),
      this.tunggakan.umurAndKategori(groups),
      this.perubahan.uangBetween(moments, siswaWhere(groups)),
    ]);
    return {
      semua: ringkasanOf(lembaga),
      ...owed,
      lembaga,
      harian: dates.map((tanggal, n) => ({ tanggal, ...uang[n]! })),
      timezone,
    };
  }
}
