import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import {
  EXPORT_STYLES,
  type ExportStyle,
  type Page,
  PAGE_LIMIT_DEFAULT,
  PAGE_LIMIT_MAX,
} from '../common/page';
import { QueryBoolean, QueryNumber } from '../common/page.dto';
import type { Count, Day, Id, Rupiah, Whole } from '../common/scalars';
import { SiswaFilterDto } from './siswa.dto';
import { KELOMPOK_TUNGGAKAN, type KelompokTunggakan } from './siswa-list';

/** A bill that is not paid: it fell due today or before, unless later ones were asked for too. */
export class TunggakanDto {
  /** The student. */
  idperson!: Id;
  /** The student's name. @example "Ahmad Fauzi" */
  nama!: string;
  /** The school unit. @example "SMP" */
  UnitFormal!: string | null;
  /** The class. @example "8A" */
  KelasFormal!: string | null;
  /** The school year. @example "20252026" */
  periode!: string;
  /** The bill's category; null where the payment service tells no more than the school year's total. @example "SPP" */
  kategori!: string | null;
  /** The bill's name; null where the payment service tells no more than a total. @example "Juli" */
  item!: string | null;
  /** The day on which it falls due; null where it has no date that can be read: then it is due at once. */
  jatuhTempo!: Day | null;
  /** Days since then; 0 without a date, negative where the day is still to come. @example 138 */
  hariTerlambat!: Whole;
  /** What was billed. @example 250000 */
  tagihan!: Rupiah;
  /** What was paid of it. @example 0 */
  dibayar!: Rupiah;
  /** Paid minus billed, so always negative. @example -250000 */
  sisa!: Rupiah;
}

export type TunggakanPageDto = Page<TunggakanDto>;

/** Which page of which unpaid bills; `kategori`, `periode`, `umur` and `terlambat` are asked of the bill, the rest of its student. */
export class TunggakanQueryDto extends SiswaFilterDto {
  /** The most rows that the page may have. @example 50 */
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(PAGE_LIMIT_MAX) limit: number = PAGE_LIMIT_DEFAULT;
  /** The page before's `nextCursor`; left out for the first page. @example "WyJ0dW5nZ2FrYW4iLCIyMDI1LTA3LTEwIiwiMSIsIjAiXQ" */
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
  /** true: bills that fall due later too. @example false */
  @IsOptional() @QueryBoolean() @IsBoolean() belumJatuhTempo?: boolean;
}

/** Which unpaid bills to save as a file. */
export class TunggakanExportQueryDto extends TunggakanQueryDto {
  /** Left out: for people, with Indonesian headings, words and the school's time. */
  @IsOptional() @IsIn(EXPORT_STYLES) format?: ExportStyle;
}

/** By what to sum up which unpaid bills. */
export class RingkasanTunggakanQueryDto extends SiswaFilterDto {
  /** What makes a group. */
  @IsIn(KELOMPOK_TUNGGAKAN) kelompok!: KelompokTunggakan;
}

/** The arrears of a group. */
export class RingkasanTunggakanDto {
  /** The group's name; null for bills or students without one. @example "31-60" */
  kelompok!: string | null;
  /** Students who owe. @example 14 */
  siswa!: Count;
  /** Their unpaid bills. @example 31 */
  bills!: Count;
  /** What they owe in all. @example 7350000 */
  tunggakan!: Rupiah;
}

export type RingkasanTunggakanListDto = Page<RingkasanTunggakanDto>;
