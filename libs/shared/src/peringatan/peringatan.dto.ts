import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Count, Id, Timestamp } from '../common/scalars';
import type { WebhookOff } from '../webhook/webhook-types';
import { BAHASA, type Bahasa, EMAIL_MAX_LENGTH, RINGKASAN, type Ringkasan } from './peringatan';

/** Somebody who is written e-mails about runs. */
export class PenerimaDto {
  /** The receiver's id. */
  id!: Id;
  /** The address, in lower case, its domain in ASCII. @example "kepala@sekolah.example" */
  email!: string;
  /** The language of the letters. */
  bahasa!: Bahasa;
  /** After which runs the receiver is written how they ended. */
  ringkasan!: Ringkasan;
  /** Whether the receiver is told at once that a run stands, failed or did not begin. @example true */
  segera!: boolean;
  /** Whether of runs that somebody started too; false: of scheduled ones only. @example false */
  semuaRun!: boolean;
  /** Why nothing is sent to the address; null: it is on. @example null */
  off!: WebhookOff | null;
  /** Since when all that is sent to it fails; null: the last was taken, or nothing was sent. */
  failingSince!: Timestamp | null;
  /** Who added the receiver. @example "Siti Aminah" */
  createdBy!: string;
  /** When. */
  createdAt!: Timestamp;
  /** Letters that are still tried. @example 0 */
  pending!: Count;
  /** Letters that were given up. @example 0 */
  failed!: Count;
}

/** Who is written, and by which mail server. */
export class PenerimaListDto {
  /** All receivers. */
  items!: PenerimaDto[];
  /** There is one page. @example null */
  nextCursor!: null;
  /** The mail server of SMTP_URL; null: none is set, and nothing is sent. @example "smtp.sekolah.example:587" */
  server!: string | null;
  /** Whose letters they are, MAIL_FROM; null without a mail server. @example "Bantubayar <bantubayar@sekolah.example>" */
  dari!: string | null;
}

/** A new receiver. */
export class CreatePenerimaDto {
  /** The address alone, without a name; no other receiver may have it. @example "kepala@sekolah.example" */
  @IsString() @IsNotEmpty() @MaxLength(EMAIL_MAX_LENGTH) email!: string;
  /** The language of the letters; left out: Indonesian. */
  @IsOptional() @IsIn(BAHASA) bahasa?: Bahasa;
  /** After which runs the receiver is written how they ended; left out: `bila_perlu`. */
  @IsOptional() @IsIn(RINGKASAN) ringkasan?: Ringkasan;
  /** Whether at once when a run stands, failed or did not begin; left out: true. @example true */
  @IsOptional() @IsBoolean() segera?: boolean;
  /** Whether of runs that somebody started too; left out: false. @example false */
  @IsOptional() @IsBoolean() semuaRun?: boolean;
}

/** What to change of a receiver; what is left out stays. */
export class UpdatePenerimaDto {
  /** As when it is made. @example "kepala@sekolah.example" */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(EMAIL_MAX_LENGTH) email?: string;
  /** The language of the letters. */
  @IsOptional() @IsIn(BAHASA) bahasa?: Bahasa;
  /** After which runs the receiver is written how they ended. */
  @IsOptional() @IsIn(RINGKASAN) ringkasan?: Ringkasan;
  /** Whether at once when a run stands, failed or did not begin. @example true */
  @IsOptional() @IsBoolean() segera?: boolean;
  /** Whether of runs that somebody started too. @example false */
  @IsOptional() @IsBoolean() semuaRun?: boolean;
  /** Switches letters on, also after they were switched off by themselves, or off. @example true */
  @IsOptional() @IsBoolean() active?: boolean;
}
