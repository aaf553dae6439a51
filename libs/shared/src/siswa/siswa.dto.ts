import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  EXPORT_STYLES,
  type ExportStyle,
  type Page,
  PAGE_LIMIT_DEFAULT,
  PAGE_LIMIT_MAX,
} from '../common/page';
import { QueryBoolean, QueryNumber } from '../common/page.dto';
import type { Count, Day, Id, Rupiah, Timestamp, Whole } from '../common/scalars';
import type { PeriodePembayaranDto } from './pembayaran.dto';
import type { ReviewDto } from './review.dto';
import { SiswaConditionsDto } from './siswa-groups.dto';
import { SISWA_SORTS, type SiswaSort, type StatusPembayaran } from './siswa-list';

/** Which students of the roster; several conditions are all required together. */
export class SiswaFilterDto extends SiswaConditionsDto {
  /** Only students not fetched within this many hours, or never. @example 24 */
  @IsOptional() @QueryNumber() @IsInt() @Min(0) @Max(87600) staleHours?: number;
  /** Only students whose oldest unpaid bill fell due at least so many days ago; of a list of bills only those that did. @example 30 */
  @IsOptional() @QueryNumber() @IsInt() @Min(0) @Max(36500) terlambat?: number;
}

/** Which page of which students, and in which order. */
export class SiswaListQueryDto extends SiswaFilterDto {
  /** The order. */
  @IsOptional() @IsIn(SISWA_SORTS) sort: SiswaSort = 'nama';
  /** The most rows that the page may have. @example 50 */
  @IsOptional() @QueryNumber() @IsInt() @Min(1) @Max(PAGE_LIMIT_MAX) limit: number = PAGE_LIMIT_DEFAULT;
  /** The page before's `nextCursor`; left out for the first page. @example "WyJzaXN3YSBieSBuYW1hIiwiQW5pIiwiMSJd" */
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
}

/** Which students to save as a file, in which order. */
export class SiswaExportQueryDto extends SiswaListQueryDto {
  /** Only these students, at most 1,000, with commas between them. @example "255001,255002" */
  @IsOptional()
  @Matches(/^\d{1,20}(,\d{1,20}){0,999}$/, {
    message: 'idperson must be at most 1,000 numbers with commas between them',
  })
  idperson?: string;
  /** Left out: for people, with Indonesian headings, words and the school's time. */
  @IsOptional() @IsIn(EXPORT_STYLES) format?: ExportStyle;
}

/** Which students to read in bulk. */
export class SiswaBulkQueryDto extends SiswaFilterDto {
  /** `pembayaran`: with what the payment service sent of each. @example "pembayaran" */
  @IsOptional() @IsIn(['pembayaran']) include?: 'pembayaran';
  /** true: those who have left the roster too; `leftAt` tells them apart. @example true */
  @IsOptional() @QueryBoolean() @IsBoolean() left?: boolean;
}

/** A student in the list. */
export class SiswaListItemDto {
  /** The student's id at the payment service. */
  idperson!: Id;
  /** The student's name. @example "Ahmad Fauzi" */
  nama!: string;
  /** L or P. @example "L" */
  gender!: string | null;
  /** The school unit. @example "SMP" */
  UnitFormal!: string | null;
  /** The class. @example "8A" */
  KelasFormal!: string | null;
  /** Dormitory. @example "Al-Ikhlas" */
  AsramaPondok!: string | null;
  /** Room in the dormitory. @example "12" */
  KamarPondok!: string | null;
  /** Level of the religious school. @example "Wustho" */
  TingkatDiniyah!: string | null;
  /** Class of the religious school. @example "2B" */
  KelasDiniyah!: string | null;
  /** Telephone number. @example "081234567890" */
  phone!: string | null;
  /** Whether anything is owed today. */
  statusPembayaran!: StatusPembayaran;
  /** Billed over all periods; null when never fetched. */
  tagihan!: Rupiah | null;
  /** Paid over all periods; null when never fetched. @example 1000000 */
  dibayar!: Rupiah | null;
  /** What is unpaid of the bills due today or before; an overpaid bill pays for no other. Null when never fetched. @example 250000 */
  tunggakan!: Rupiah | null;
  /** What is unpaid of bills that fall due later; null when never fetched. @example 100000 */
  belumJatuhTempo!: Rupiah | null;
  /** What was paid beyond what was billed, bill by bill; null when never fetched. @example 0 */
  lebihBayar!: Rupiah | null;
  /** The earliest day on which an unpaid bill falls due; null where there is none, or none with a date. @example "2026-07-10" */
  jatuhTempoTertua!: Day | null;
  /** Days since that day; null where it is still to come. @example 138 */
  hariTerlambat!: Whole | null;
  /** What the payment service keeps for the student; null when never fetched. @example 0 */
  saldo!: Rupiah | null;
  /** When the payments were last fetched; null: never. */
  fetchedAt!: Timestamp | null;
  /** When a fetch last found something new; null: never. */
  changedAt!: Timestamp | null;
}

/** A page of the students that the filter matches. */
export class SiswaPageDto implements Page<SiswaListItemDto> {
  /** The students, in the order that was asked for. */
  items!: SiswaListItemDto[];
  /** Goes into the next request's `cursor`; null on the last page. @example "WyJzaXN3YSBieSBuYW1hIiwiQW5pIiwiMSJd" */
  nextCursor!: string | null;
  /** Students that the filter matches, over all pages. */
  total!: Count;
}

/** A student with everything that the roster tells. */
export class SiswaRosterDto extends SiswaListItemDto {
  /** Place of birth. @example "Bandung" */
  lahirtempat!: string | null;
  /** Date of birth, as the payment service writes it. @example "2012-04-17" */
  lahirtanggal!: string | null;
  /** When the student was first missing from the roster; null while present. */
  leftAt!: Timestamp | null;
}

/** A student on a line of the bulk answer. */
export class SiswaLineDto extends SiswaRosterDto {
  /** Only where asked for: the payment service's `data`, verbatim but for line breaks; null when never fetched. @example [{"idperson": 255001, "saldo": "0", "periods": []}] */
  pembayaran?: unknown[] | null;
}

/** A student with all payments. */
export class SiswaDetailDto extends SiswaRosterDto {
  /** The payment service's `data`, verbatim; null when never fetched. @example [{"idperson": 255001, "saldo": "0", "periods": []}] */
  pembayaran!: unknown[] | null;
  /** The payments by school year, in our words. */
  periode!: PeriodePembayaranDto[];
  /** Set when an answer waits for somebody to decide. */
  review!: ReviewDto | null;
}
