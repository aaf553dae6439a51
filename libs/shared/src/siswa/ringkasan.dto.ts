import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { QueryNumber } from '../common/page.dto';
import type { Count, Day, Rupiah } from '../common/scalars';
import { SiswaGroupsDto } from './siswa-groups.dto';
import type { RingkasanTunggakanDto } from './tunggakan.dto';

/** Sums over a set of students. Amounts in whole rupiah; students never fetched count as nothing. */
export class RingkasanDto {
  /** Students. */
  total!: Count;
  /** Students who owe nothing today. @example 290 */
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
  /** What is unpaid of the bills due today or before; what is overpaid elsewhere is not set against it. @example 27500000 */
  tunggakan!: Rupiah;
  /** What is unpaid of bills that fall due later. @example 41000000 */
  belumJatuhTempo!: Rupiah;
  /** What was paid beyond what was billed, bill by bill. @example 350000 */
  lebihBayar!: Rupiah;
  /** Students whose figures are being derived anew, after an update of this program: the sums are right once there are none. @example 0 */
  dihitungUlang!: Count;
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
  /** The school's day. */
  tanggal!: Day;
  /** Students of whom more is paid than before. @example 14 */
  siswa!: Count;
  /** Net: what came in less what fell, so it can be negative. @example 7350000 */
  jumlah!: Rupiah;
  /** What came in. @example 7850000 */
  masuk!: Rupiah;
  /** What fell, as a positive amount: payments that were reversed or taken away. @example 500000 */
  turun!: Rupiah;
  /** Students of whom less is paid, or less billed, than before. @example 1 */
  siswaTurun!: Count;
}

/** How the school stands, or a part of it. */
export class DashboardDto {
  /** The sums of everybody asked for. */
  semua!: RingkasanDto;
  /** Arrears by how many days they are late, youngest first. */
  umur!: RingkasanTunggakanDto[];
  /** Arrears by category, most first. */
  kategori!: RingkasanTunggakanDto[];
  /** The sums by school unit. */
  lembaga!: RingkasanLembagaDto[];
  /** One entry a day, oldest first, the last one is today. */
  harian!: PembayaranHarianDto[];
  /** The school's timezone. @example "Asia/Jakarta" */
  timezone!: string;
}

/** Whom the dashboard is about, and how far back it looks. */
export class DashboardQueryDto extends SiswaGroupsDto {
  /** How many days of payments, today included. @example 30 */
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(366) days: number = 30;
}
