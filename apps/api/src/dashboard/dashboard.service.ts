import type { DashboardDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '../common/database-clock';
import { RingkasanRepository, ringkasanOf } from '../siswa/ringkasan.repository';
import { ScheduleRepository } from '../sync-pembayaran/schedule/schedule.repository';
import { PerubahanRepository } from '../pembayaran/perubahan.repository';
import { lastDays } from './days';

/** How the whole school stands. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly ringkasan: RingkasanRepository,
    private readonly perubahan: PerubahanRepository,
    private readonly schedules: ScheduleRepository,
    private readonly clock: DatabaseClock,
  ) {}

  async of(days: number): Promise<DashboardDto> {
    const [{ timezone }, now] = await Promise.all([this.schedules.get(), this.clock.now()]);
    const { dates, moments } = lastDays(days, timezone, now);
    const [lembaga, paid] = await Promise.all([
      this.ringkasan.byLembaga(),
      this.perubahan.paidBetween(moments),
    ]);
    return {
      semua: ringkasanOf(lembaga),
      lembaga,
      harian: dates.map((tanggal, n) => ({ tanggal, ...paid[n]! })),
      timezone,
    };
  }
}
