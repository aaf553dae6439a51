import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { EXPORT_STYLES, type ExportStyle, type Page } from '../common/page';
import { QueryBoolean } from '../common/page.dto';
import type { Id, Rupiah, Timestamp } from '../common/scalars';
import { RunSiswaQueryDto } from './run-siswa.dto';

/** A bill whose amounts changed; whole rupiah, null on the side where it is not there. */
export class PerubahanItemDto {
  /** The school year. @example "20252026" */
  periode!: string;
  /** The bill's category; null for the total of a school year. @example "SPP" */
  kategori!: string | null;
  /** The bill's name; null for a total. @example "Juli" */
  nama!: string | null;
  /** Billed before. */
  tagihanBefore!: Rupiah | null;
  /** Billed now. */
  tagihanAfter!: Rupiah | null;
  /** Paid before. @example 0 */
  dibayarBefore!: Rupiah | null;
  /** Paid now. */
  dibayarAfter!: Rupiah | null;
}

/** What changed in a student's payments from one fetch to the next. Amounts over all periods, in whole rupiah. */
export class PerubahanDto {
  /** The change's id; newer changes have larger ones. */
  id!: Id;
  /** The student. */
  idperson!: Id;
  /** The student's name; null where the student is not known any more. @example "Ahmad Fauzi" */
  nama!: string | null;
  /** The student's school unit. @example "SMP" */
  UnitFormal!: string | null;
  /** The student's class. @example "8A" */
  KelasFormal!: string | null;
  /** When the change was seen. */
  at!: Timestamp;
  /** The run that saw it; null when the student was fetched alone. */
  runId!: Id | null;
  /** Billed before. */
  tagihanBefore!: Rupiah;
  /** Billed now. */
  tagihanAfter!: Rupiah;
  /** Paid before. @example 1000000 */
  dibayarBefore!: Rupiah;
  /** Paid now. */
  dibayarAfter!: Rupiah;
  /** Net: paid now less paid before; negative where payments fell. @example 250000 */
  dibayarSelisih!: Rupiah;
  /** Whether less is paid, or less billed, than before: a payment that was reversed, a bill that is gone. @example false */
  turun!: boolean;
  /** Arrears before, by the bills that were due on the day of the change. @example 250000 */
  tunggakanBefore!: Rupiah;
  /** Arrears now. @example 0 */
  tunggakanAfter!: Rupiah;
  /** School years that came. @example ["20262027"] */
  periodeBaru!: string[];
  /** School years that went. @example [] */
  periodeHilang!: string[];
  /** The bills that differ. */
  items!: PerubahanItemDto[];
}

/** Which changes of a run. */
export class PerubahanQueryDto extends RunSiswaQueryDto {
  /** true: only students who paid, that is whose dibayar grew. @example true */
  @IsOptional() @QueryBoolean() @IsBoolean() paid?: boolean;
  /** true: only students of whom less is paid, or less billed, than before; false: only the others. @example true */
  @IsOptional() @QueryBoolean() @IsBoolean() turun?: boolean;
}

/** Which changes of a run to save as a file. */
export class PerubahanExportQueryDto extends PerubahanQueryDto {
  /** Left out: for people, with Indonesian headings, words and the school's time. */
  @IsOptional() @IsIn(EXPORT_STYLES) format?: ExportStyle;
}

export type PerubahanPageDto = Page<PerubahanDto>;
