import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { PageQueryDto } from '../common/page.dto';
import { FAILURE_REASON_CODES, type FailureReasonCode } from './failure-reasons';
import { RunFiguresDto } from './progress.dto';
import { SyncScopeDto } from './start-sync.dto';
import { RUN_STATUSES, type RunStatus, SYNC_OUTCOMES, type SyncOutcome } from './sync-run-status';

/** A run in the history. */
export class SyncRunDto extends RunFiguresDto {
  @IsString() id!: string;
  @IsIn(RUN_STATUSES) status!: RunStatus;
  @IsObject() @ValidateNested() @Type(() => SyncScopeDto) scope!: SyncScopeDto;
  /** The run that this one retries; null for a run of its own. */
  @IsOptional() @IsString() parentRunId!: string | null;
  @IsString() startedBy!: string;
  @IsISO8601() createdAt!: string;
  @IsOptional() @IsISO8601() startedAt!: string | null;
  @IsOptional() @IsISO8601() finishedAt!: string | null;
  @IsOptional() @IsInt() durationMs!: number | null;
  /** Students who paid since they were fetched before, and how much in all, in whole rupiah. */
  @IsInt() paidSiswa!: number;
  @IsInt() paidAmount!: number;
  @IsOptional() @IsString() cancelledBy!: string | null;
  /** When the rows of students without a problem were taken out of the ledger; the counts stay. */
  @IsOptional() @IsISO8601() thinnedAt!: string | null;
  /** Why a failed run could not go on. */
  @IsOptional() @IsString() error!: string | null;
}

export class SyncRunPageDto {
  @IsArray() @ValidateNested({ each: true }) @Type(() => SyncRunDto) items!: SyncRunDto[];
  @IsOptional() @IsString() nextCursor!: string | null;
}

/** One student in a run. */
export class SyncRunSiswaDto {
  @IsString() idperson!: string;
  @IsOptional() @IsString() nama!: string | null;
  @IsIn(SYNC_OUTCOMES) outcome!: SyncOutcome;
  @IsOptional() @IsIn(FAILURE_REASON_CODES) reason!: FailureReasonCode | null;
  @IsOptional() @IsString() message!: string | null;
  @IsOptional() @IsInt() httpStatus!: number | null;
  @IsInt() attempts!: number;
  @IsOptional() @IsInt() durationMs!: number | null;
  /** Whole rupiah paid in all periods, before and after. */
  @IsOptional() @IsInt() dibayarBefore!: number | null;
  @IsOptional() @IsInt() dibayarAfter!: number | null;
  @IsOptional() @IsISO8601() finishedAt!: string | null;
}

export class SyncRunSiswaPageDto {
  @IsArray() @ValidateNested({ each: true }) @Type(() => SyncRunSiswaDto) items!: SyncRunSiswaDto[];
  @IsOptional() @IsString() nextCursor!: string | null;
}

export class SyncRunSiswaQueryDto extends PageQueryDto {
  @IsOptional() @IsIn(SYNC_OUTCOMES) outcome?: SyncOutcome;
  @IsOptional() @IsIn(FAILURE_REASON_CODES) reason?: FailureReasonCode;
}

/** How many students of a run ended without success for one reason. */
export class ReasonCountDto {
  @IsIn(SYNC_OUTCOMES) outcome!: SyncOutcome;
  @IsIn(FAILURE_REASON_CODES) reason!: FailureReasonCode;
  @IsString() message!: string;
  /** Whether trying again can help by itself, or somebody has to act first. */
  @IsIn(['retry', 'needs_you']) action!: 'retry' | 'needs_you';
  @IsInt() count!: number;
}
