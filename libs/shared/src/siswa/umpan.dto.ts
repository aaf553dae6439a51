import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '../common/page';
import { QueryNumber } from '../common/page.dto';
import type { Id, Rupiah, Timestamp } from '../common/scalars';
import type { PerubahanItemDto } from './perubahan.dto';

/** The longest that an answer is held for. */
const WAIT_MAX_SECONDS = 30;

/** Where the reader is, and how much it takes. */
export class UmpanQueryDto {
  /** The `cursor` of the answer before; `now` gives only a cursor; left out, it begins at the oldest change kept. @example "WyJwZXJ1YmFoYW4iLCI0MiJd" */
  @IsOptional() @IsString() @MaxLength(1000) since?: string;
  /** The most changes that the answer may have; it may have fewer where more follow. @example 50 */
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(PAGE_LIMIT_MAX) limit: number = PAGE_LIMIT_DEFAULT;
  /** Seconds for which the answer is held until something comes. @example 30 */
  @IsOptional() @QueryNumber() @IsInt() @Min(0) @Max(WAIT_MAX_SECONDS) wait: number = 0;
}

/**
 * What the payment service says of a student has changed. Amounts over all periods, in whole rupiah; those before are null where
 * there was nothing to compare with: a student's first answer.
 */
export class UmpanPembayaranDto {
  /** The change's number; later changes have larger ones. */
  id!: Id;
  /** What kind of change it is. */
  jenis!: 'pembayaran';
  /** The student. */
  idperson!: Id;
  /** When it was noted. */
  at!: Timestamp;
  /** The run that saw it; null when the student was fetched alone. */
  runId!: Id | null;
  /** Billed before. */
  tagihanBefore!: Rupiah | null;
  /** Billed now. */
  tagihanAfter!: Rupiah;
  /** Paid before. @example 1000000 */
  dibayarBefore!: Rupiah | null;
  /** Paid now. */
  dibayarAfter!: Rupiah;
  /** Arrears before, by the bills that were due on the day of the change. @example 250000 */
  tunggakanBefore!: Rupiah | null;
  /** Arrears now. @example 0 */
  tunggakanAfter!: Rupiah;
  /** School years that came. @example ["20262027"] */
  periodeBaru!: string[];
  /** School years that went. @example [] */
  periodeHilang!: string[];
  /** The bills whose amounts differ; none where something else in the answer has changed, a date or the saldo. */
  items!: PerubahanItemDto[];
}

/** A field of the roster. */
export class UmpanFieldDto {
  /** Its name. @example "KelasFormal" */
  field!: string;
  /** What it was; null where there was nothing. @example "8A" */
  before!: string | null;
  /** What it is. @example "9A" */
  after!: string | null;
}

/** A student came to the roster, left it, or is told otherwise by it. */
export class UmpanSiswaDto {
  /** The change's number; later changes have larger ones. */
  id!: Id;
  /** `siswa_masuk`: new, or back again; `siswa_keluar`: not on the roster any more; `siswa_berubah`: a field differs. @example "siswa_berubah" */
  jenis!: 'siswa_masuk' | 'siswa_keluar' | 'siswa_berubah';
  /** The student. */
  idperson!: Id;
  /** When it was noted. */
  at!: Timestamp;
  /** Who had the roster read; null: the product by itself. @example "Siti Aminah" */
  oleh!: string | null;
  /** The fields that differ; all of them where the student came, none where they left. */
  fields!: UmpanFieldDto[];
}

/** A change; its `jenis` tells what it is of. */
export type UmpanItemDto = UmpanPembayaranDto | UmpanSiswaDto;

/** What changed behind a cursor, oldest first. */
export class UmpanDto {
  /** The changes. */
  items!: UmpanItemDto[];
  /** Goes into the next request's `since`; it may be kept for as long as one likes. @example "WyJwZXJ1YmFoYW4iLCI0MiJd" */
  cursor!: string;
  /** Whether more is there already. @example false */
  hasMore!: boolean;
}
