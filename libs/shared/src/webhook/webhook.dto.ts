import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { IsFilled } from '../common/filled';
import { IsId } from '../common/id';
import { PageQueryDto } from '../common/page.dto';
import type { Count, Id, Timestamp, Whole } from '../common/scalars';
import type { SURAT_TEST, SuratType } from '../peringatan/peringatan';
import {
  WEBHOOK_STATES,
  WEBHOOK_TYPES,
  WEBHOOK_URL_MAX_LENGTH,
  type WEBHOOK_TEST,
  type WebhookOff,
  type WebhookState,
  type WebhookType,
} from './webhook-types';

/** Where the product calls when something happens. */
export class WebhookDto {
  /** The endpoint's id. */
  id!: Id;
  /** What is called. @example "https://keuangan.sekolah.example/hooks/bantubayar" */
  url!: string;
  /** What it is for, to recognise it by. @example "Aplikasi keuangan" */
  name!: string;
  /** What it is told of. */
  types!: WebhookType[];
  /** Why nothing is sent to it; null: it is on. @example null */
  off!: WebhookOff | null;
  /** Since when all that is sent to it fails; null: the last was taken, or nothing was sent. */
  failingSince!: Timestamp | null;
  /** Until when its former secret signs too; null: it has one secret. */
  formerSecretUntil!: Timestamp | null;
  /** Who made it. @example "Siti Aminah" */
  createdBy!: string;
  /** When. */
  createdAt!: Timestamp;
  /** Deliveries that are still tried. @example 0 */
  pending!: Count;
  /** Deliveries that were given up. @example 0 */
  failed!: Count;
}

/** A new endpoint. */
export class CreateWebhookDto {
  /** An https address; http only to this machine itself, or with WEBHOOK_ALLOW_HTTP. @example "https://keuangan.sekolah.example/hooks/bantubayar" */
  @IsString() @IsNotEmpty() @MaxLength(WEBHOOK_URL_MAX_LENGTH) url!: string;
  /** What it is for, to recognise it by; the host where it is left out. @example "Aplikasi keuangan" */
  @IsOptional() @IsString() @IsFilled() @MaxLength(100) name?: string;
  /** What it is told of; left out: everything. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(WEBHOOK_TYPES, { each: true })
  types?: WebhookType[];
}

/** What to change of an endpoint; what is left out stays. */
export class UpdateWebhookDto {
  /** As when it is made. @example "https://keuangan.sekolah.example/hooks/bantubayar" */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(WEBHOOK_URL_MAX_LENGTH) url?: string;
  /** What it is for. @example "Aplikasi keuangan" */
  @IsOptional() @IsString() @IsFilled() @MaxLength(100) name?: string;
  /** What it is told of. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(WEBHOOK_TYPES, { each: true })
  types?: WebhookType[];
  /** Switches it on, also after it was switched off by itself, or off. @example true */
  @IsOptional() @IsBoolean() active?: boolean;
}

/** An endpoint with the secret that signs for it, which is shown once. */
export class WebhookSecretDto extends WebhookDto {
  /** Of the form of the Standard Webhooks specification. @example "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" */
  secret!: string;
}

/** Something that was sent, or will be. */
export class DeliveryDto {
  /** The delivery's id; newer ones have larger ones. */
  id!: Id;
  /** The header `webhook-id`, a part of a letter's Message-ID: the same at each try. @example "msg_01981f3e5b0c7d4f" */
  messageId!: string;
  /** What it tells of; `webhook.test` and `surat.uji` for a test. */
  type!: WebhookType | typeof WEBHOOK_TEST | SuratType | typeof SURAT_TEST;
  /** How it stands. */
  state!: WebhookState;
  /** When that happened which it tells of. */
  createdAt!: Timestamp;
  /** How often it was sent. @example 1 */
  attempts!: Count;
  /** When it was last sent; null: not yet. */
  lastAt!: Timestamp | null;
  /** When it is sent next; null: not any more. */
  nextAt!: Timestamp | null;
  /** The status that was answered to the last try, a mail server's code for a letter; null where no answer came. @example 204 */
  httpStatus!: Whole | null;
  /** How long the last try took, in milliseconds. @example 84 */
  durationMs!: Count | null;
  /** Why the last try failed, in Indonesian; null where it did not. @example "Tidak menjawab dalam 10 detik" */
  message!: string | null;
  /** How the last answer begins. @example "ok" */
  answer!: string | null;
  /** What is sent, to the letter; of a letter its subject and its text. @example "{\"type\":\"run.completed\",\"timestamp\":\"2026-11-22T07:05:00.000Z\",\"data\":{\"runId\":\"12\"}}" */
  body!: string;
}

/** Which deliveries of an endpoint. */
export class DeliveryQueryDto extends PageQueryDto {
  /** Only those that stand so. */
  @IsOptional() @IsIn(WEBHOOK_STATES) state?: WebhookState;
}

/** What to send again: one delivery, or all that were given up since a time. */
export class ResendDto {
  /** The delivery, however it ended. @example "12" */
  @IsOptional() @IsId() deliveryId?: Id;
  /** All that failed and were made at this time or later. @example "2026-11-22T00:00:00.000Z" */
  @IsOptional() @IsISO8601({ strict: true }) failedSince?: string;
}

/** How many deliveries are sent again. */
export class ResentDto {
  /** Their number. @example 3 */
  resent!: Count;
}
