import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX, QueryNumber } from '../common/page.dto';
import { PeriodePembayaranDto } from './pembayaran.dto';
import { ReviewDto } from './review.dto';

/** After this many hours without a fetch a student's payments count as stale (usang). */
export const STALE_HOURS = 24;

/**
 * A student's standing: `lunas` has no period in arrears, `belum_lunas` has one or more,
 * `belum_sinkron` has never been fetched.
 */
export const STATUS_PEMBAYARAN = ['lunas', 'belum_lunas', 'belum_sinkron'] as const;
export type StatusPembayaran = (typeof STATUS_PEMBAYARAN)[number];

/** How the list can be sorted; a leading `-` turns it round. Students never fetched come first by `fetchedAt`. */
export const SISWA_SORTS = [
  'nama',
  '-nama',
  'idperson',
  '-idperson',
  'tunggakan',
  '-tunggakan',
  'fetchedAt',
  '-fetchedAt',
  'changedAt',
  '-changedAt',
] as const;
export type SiswaSort = (typeof SISWA_SORTS)[number];

/** Which students of the roster; several conditions are all required together. */
export class SiswaFilterDto {
  /** Part of a name, or the beginning of an idperson. */
  @IsOptional() @IsString() @MaxLength(100) search?: string;
  @IsOptional() @IsString() @MaxLength(100) lembaga?: string;
  @IsOptional() @IsString() @MaxLength(100) kelas?: string;
  @IsOptional() @IsIn(STATUS_PEMBAYARAN) status?: StatusPembayaran;
  /** Only students not fetched within this many hours, or never. */
  @IsOptional() @QueryNumber() @IsInt() @Min(0) @Max(87600) staleHours?: number;
}

export class SiswaListQueryDto extends SiswaFilterDto {
  @IsOptional() @IsIn(SISWA_SORTS) sort: SiswaSort = 'nama';
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(PAGE_LIMIT_MAX) limit: number = PAGE_LIMIT_DEFAULT;
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
}

export class SiswaListItemDto {
  @IsString() idperson!: string;
  @IsString() nama!: string;
  /** L or P. */
  @IsOptional() @IsString() gender!: string | null;
  @IsOptional() @IsString() UnitFormal!: string | null;
  @IsOptional() @IsString() KelasFormal!: string | null;
  @IsIn(STATUS_PEMBAYARAN) statusPembayaran!: StatusPembayaran;
  /** Whole rupiah over all periods in arrears; null when never fetched. */
  @IsOptional() @IsInt() tunggakan!: number | null;
  /** Whole rupiah; null when never fetched. */
  @IsOptional() @IsInt() saldo!: number | null;
  @IsOptional() @IsISO8601() fetchedAt!: string | null;
  @IsOptional() @IsISO8601() changedAt!: string | null;
}

export class SiswaPageDto {
  @IsArray() @ValidateNested({ each: true }) @Type(() => SiswaListItemDto) items!: SiswaListItemDto[];
  @IsOptional() @IsString() nextCursor!: string | null;
  /** Students that the filter matches, over all pages. */
  @IsInt() total!: number;
}

export class SiswaDetailDto extends SiswaListItemDto {
  @IsOptional() @IsString() lahirtempat!: string | null;
  @IsOptional() @IsString() lahirtanggal!: string | null;
  @IsOptional() @IsString() phone!: string | null;
  @IsOptional() @IsString() AsramaPondok!: string | null;
  @IsOptional() @IsString() KamarPondok!: string | null;
  @IsOptional() @IsString() TingkatDiniyah!: string | null;
  @IsOptional() @IsString() KelasDiniyah!: string | null;
  /** Whole rupiah over all periods; null when never fetched. */
  @IsOptional() @IsInt() tagihan!: number | null;
  @IsOptional() @IsInt() dibayar!: number | null;
  /** When the student was first missing from the roster; null while present. */
  @IsOptional() @IsISO8601() leftAt!: string | null;
  /** The payment service's `data`, verbatim; null when never fetched. */
  @IsOptional() @IsArray() pembayaran!: unknown[] | null;
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PeriodePembayaranDto)
  periode!: PeriodePembayaranDto[];
  /** Set when an answer waits for somebody to decide. */
  @IsOptional() @ValidateNested() @Type(() => ReviewDto) review!: ReviewDto | null;
}

export class SyncRosterDto {
  /** Apply the roster even when it is empty or much shrunken. */
  @IsOptional() @IsBoolean() force?: boolean;
}

export class RosterResultDto {
  @IsInt() inserted!: number;
  @IsInt() updated!: number;
  @IsInt() unchanged!: number;
  /** Students newly marked as having left. */
  @IsInt() left!: number;
  /** Students on the roster. */
  @IsInt() total!: number;
}

export class KelasDto {
  @IsOptional() @IsString() kelas!: string | null;
  @IsInt() count!: number;
}

/** A school unit (UnitFormal) with its classes; null collects the students without one. */
export class LembagaDto {
  @IsOptional() @IsString() lembaga!: string | null;
  @IsInt() count!: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => KelasDto) kelas!: KelasDto[];
}

export class LembagaListDto {
  @IsArray() @ValidateNested({ each: true }) @Type(() => LembagaDto) items!: LembagaDto[];
  @IsOptional() @IsString() nextCursor!: string | null;
}
