import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { QueryNumber } from '../common/page.dto';
import type { Count, Day, Rupiah } from '../common/scalars';

/** Sums over a set of students. Amounts in whole rupiah; students never fetched count as nothing. */
export class RingkasanDto {
  /** Students. */
  total!: Count;
  /** Students without arrears. @example 290 */
  lunas!: Count;
  /** Students in arrears. @example 55 */
  belumLunas!: Count;
  /** Students never fetched. @example 5 */
  belumSinkron!: Count;
  /** Not fetched within a day, or never. @example 12 */
  usang!: Count;
  /** What was billed. @example 525000000 */
  tagihan!: Rupiah;
  /** What was paid. @example 498750000 */
  dibayar!: Rupiah;
  /** Of all periods in arrears; what is overpaid elsewhere is not set against it. @example 27500000 */
  tunggakan!: Rupiah;
}

/** The sums of a class. */
export class RingkasanKelasDto extends RingkasanDto {
  /** The class; null for students without one. @example "8A" */
  kelas!: string | null;
}

/** The sums of a school unit. */
export class RingkasanLembagaDto extends RingkasanDto {
  /** The school unit; null for students without one. @example "SMP" */
  lembaga!: string | null;
  /** The sums of its classes. */
  kelas!: RingkasanKelasDto[];
}

/** What was paid on a day, as far as fetches saw it: the day is that of the fetch that found the payment. */
export class PembayaranHarianDto {
  /** The day in the dashboard's timezone. */
  tanggal!: Day;
  /** Students who paid. @example 14 */
  siswa!: Count;
  /** What they paid. @example 7350000 */
  jumlah!: Rupiah;
}

/** How the whole school stands. */
export class DashboardDto {
  /** The sums of everybody. */
  semua!: RingkasanDto;
  /** The sums by school unit. */
  lembaga!: RingkasanLembagaDto[];
  /** One entry a day, oldest first, the last one is today. */
  harian!: PembayaranHarianDto[];
  /** The schedule's. @example "Asia/Jakarta" */
  timezone!: string;
}

/** How far back the dashboard looks. */
export class DashboardQueryDto {
  /** How many days of payments, today included. @example 30 */
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(366) days: number = 30;
}
