import { IsBoolean } from 'class-validator';
import type { Count, Id, Timestamp } from '../common/scalars';
import type { PeriodePembayaranDto } from './pembayaran.dto';

export const REVIEW_REASONS = ['empty_payments', 'fewer_periods', 'contradictory_figures'] as const;
/** Why an answer is kept aside. @example "fewer_periods" */
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** An answer with less than what is stored, or that contradicts itself, kept aside until somebody decides. */
export class ReviewDto {
  /** Why it is kept aside. */
  reason!: ReviewReason;
  /** The same as an Indonesian sentence. @example "Jumlah periode lebih sedikit daripada yang tersimpan" */
  message!: string;
  /** The run that brought it; null when the student was fetched alone. */
  runId!: Id | null;
  /** When it came. */
  receivedAt!: Timestamp;
  /** What would be stored. */
  periode!: PeriodePembayaranDto[];
  /** The same as the payment service's `data`, verbatim. @example [{"idperson": 255001, "saldo": "0", "periods": []}] */
  pembayaran!: unknown[];
}

/** What becomes of a kept answer. */
export class DecideReviewDto {
  /** true: store the kept answer; false: drop it and leave what is stored. @example true */
  @IsBoolean() apply!: boolean;
}

/** What became of the kept answers. */
export class ReviewResultDto {
  /** How many were stored. @example 1 */
  applied!: Count;
  /** How many were dropped. @example 0 */
  dropped!: Count;
}
