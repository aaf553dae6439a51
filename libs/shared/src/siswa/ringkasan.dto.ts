import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsDateString,
  IsInt,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { QueryNumber } from '../common/page.dto';

/** Sums over a set of students. Amounts in whole rupiah; students never fetched count as nothing. */
export class RingkasanDto {
  @IsInt() total!: number;
  @IsInt() lunas!: number;
  @IsInt() belumLunas!: number;
  @IsInt() belumSinkron!: number;
  /** Not fetched within STALE_HOURS, or never. */
  @IsInt() usang!: number;
  @IsInt() tagihan!: number;
  @IsInt() dibayar!: number;
  /** Of all periods in arrears; what is overpaid elsewhere is not set against it. */
  @IsInt() tunggakan!: number;
}

export class RingkasanKelasDto extends RingkasanDto {
  @IsOptional() @IsString() kelas!: string | null;
}

export class RingkasanLembagaDto extends RingkasanDto {
  @IsOptional() @IsString() lembaga!: string | null;
  @IsArray() @ValidateNested({ each: true }) @Type(() => RingkasanKelasDto) kelas!: RingkasanKelasDto[];
}

/** What was paid on a day, as far as fetches saw it: the day is that of the fetch that found the payment. */
export class PembayaranHarianDto {
  /** YYYY-MM-DD in the dashboard's timezone. */
  @IsDateString() tanggal!: string;
  /** Students who paid. */
  @IsInt() siswa!: number;
  @IsInt() jumlah!: number;
}

export class DashboardDto {
  @ValidateNested() @Type(() => RingkasanDto) semua!: RingkasanDto;
  @IsArray() @ValidateNested({ each: true }) @Type(() => RingkasanLembagaDto) lembaga!: RingkasanLembagaDto[];
  /** One entry a day, oldest first, the last one is today. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => PembayaranHarianDto) harian!: PembayaranHarianDto[];
  /** The schedule's. */
  @IsString() timezone!: string;
}

export class DashboardQueryDto {
  /** How many days of payments, today included. */
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(366) days: number = 30;
}
