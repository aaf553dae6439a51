import type { DashboardDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '../common/database-clock';
import { RingkasanRepository, sumOf } from '../siswa/ringkasan.repository';
import { ScheduleRepository } from '../sync-pembayaran/schedule/schedule.repository';
import { PembayaranChangeRepository } from '../pembayaran/pembayaran-change.repository';
import { lastDays } from './days';

/** How the whole school stands. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly sums: RingkasanRepository,
    private readonly changed: PembayaranChangeRepository,
    private readonly schedules: ScheduleRepository,
    private readonly clock: DatabaseClock,
  ) {}

  async of(days: number): Promise<DashboardDto> {
    const [{ timezone }, now] = await Promise.all([this.schedules.get(), this.clock.now()]);
    const { dates, moments } = lastDays(days, timezone, now);
    const [lembaga, paid] = await Promise.all([this.sums.byLembaga(), this.changed.paidBetween(moments)]);
    return {
      semua: sumOf(lembaga),
      lembaga,
      harian: dates.map((tanggal, n) => ({ tanggal, ...paid[n]! })),
      timezone,
    };
  }
}
