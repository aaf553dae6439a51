import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { QueryNumber } from '../common/page.dto';
import { PAUSE_CODES, type PauseCode, PROGRESS_STATUSES, type ProgressStatus } from './sync-run-status';

export const LOG_LEVELS = ['info', 'success', 'warning', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A line of a run's activity log. `message` is Indonesian; `code` and `params` let a client write its own sentence. */
export class SyncLogLineDto {
  @IsInt() id!: number;
  @IsISO8601() at!: string;
  @IsIn(LOG_LEVELS) level!: LogLevel;
  @IsString() code!: string;
  @IsString() message!: string;
  @IsOptional() @IsObject() params!: Record<string, string | number> | null;
}

export class ProgressQueryDto {
  /** Only log lines with a larger id. */
  @IsOptional() @QueryNumber() @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) after?: number;
}

/** A run's figures: processed = successCount + failed + skipped <= total, successCount = updated + unchanged. */
export class RunFiguresDto {
  @IsInt() total!: number;
  @IsInt() processed!: number;
  @IsInt() successCount!: number;
  @IsInt() failed!: number;
  @IsInt() updated!: number;
  @IsInt() unchanged!: number;
  @IsInt() skipped!: number;
  /** 0 to 100, floored to one decimal; 100 only when processed = total. */
  @IsNumber() percent!: number;
}

/** How a run stands. */
export class SyncStateDto extends RunFiguresDto {
  @IsOptional() @IsString() runId!: string | null;
  @IsIn(PROGRESS_STATUSES) status!: ProgressStatus;
  @IsBoolean() isRunning!: boolean;
  /** Students a second over the last ten seconds or so; null while not running or too early to tell. */
  @IsOptional() @IsNumber() ratePerSecond!: number | null;
  @IsOptional() @IsInt() etaSeconds!: number | null;
  @IsOptional() @IsISO8601() startedAt!: string | null;
  @IsOptional() @IsISO8601() finishedAt!: string | null;
  /** Name of the user or token that started it. */
  @IsOptional() @IsString() startedBy!: string | null;
  /** An Indonesian sentence; `pauseCode` is for programs. */
  @IsOptional() @IsString() pauseReason!: string | null;
  @IsOptional() @IsIn(PAUSE_CODES) pauseCode!: PauseCode | null;
  /** When a paused run tries again by itself; null where somebody has to resume it. */
  @IsOptional() @IsISO8601() resumeAt!: string | null;
  /** Students whom the payment service asked to be left alone for a while, and when the last of them is asked again. */
  @IsInt() waitingSiswa!: number;
  @IsOptional() @IsISO8601() waitingUntil!: string | null;
  /** Requests a second that all workers together may make; null without a limit. */
  @IsOptional() @IsInt() rateLimit!: number | null;
  /** Worker processes alive now; with 0 nothing moves. */
  @IsInt() activeWorkers!: number;
}

/** What the page polls: the active run; else the first queued one; else the last ended one, until reset. */
export class SyncProgressDto extends SyncStateDto {
  @IsArray() @ValidateNested({ each: true }) @Type(() => SyncLogLineDto) log!: SyncLogLineDto[];
}

/** percent of a progress object: floored to one decimal. */
export function percentOf(processed: number, total: number): number {
  return total === 0 ? 0 : Math.floor((processed * 1000) / total) / 10;
}
