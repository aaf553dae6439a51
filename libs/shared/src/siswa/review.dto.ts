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
  ValidateNested,
} from 'class-validator';
import { PeriodePembayaranDto } from './pembayaran.dto';

export const REVIEW_REASONS = ['empty_payments', 'fewer_periods', 'contradictory_figures'] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** An answer with less than what is stored, or that contradicts itself, kept aside until somebody decides. */
export class ReviewDto {
  @IsIn(REVIEW_REASONS) reason!: ReviewReason;
  @IsString() message!: string;
  @IsOptional() @IsString() runId!: string | null;
  @IsISO8601() receivedAt!: string;
  /** What would be stored. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PeriodePembayaranDto)
  periode!: PeriodePembayaranDto[];
}

export class DecideReviewDto {
  /** true: store the kept answer; false: drop it and leave what is stored. */
  @IsBoolean() apply!: boolean;
}

export class ReviewResultDto {
  @IsInt() applied!: number;
  @IsInt() dropped!: number;
}
