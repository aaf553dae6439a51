import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { QueryNumber } from '../common/page.dto';
import type { Count, Id, Rupiah, Timestamp, Whole } from '../common/scalars';
import type { SyncScopeDto } from './start-sync.dto';
import type { PauseCode, ProgressStatus } from './sync-run-status';

/** How grave a log line is. @example "info" */
export type LogLevel = 'info' | 'success' | 'warning' | 'error';

/** A line of a run's activity log. `message` is Indonesian; `code` and `params` let a client write its own sentence. */
export class SyncLogLineDto {
  /** Newer lines have larger ones. @example 4021 */
  id!: Whole;
  /** When it happened. */
  at!: Timestamp;
  /** How grave it is. */
  level!: LogLevel;
  /** What happened, for programs. @example "run_started" */
  code!: string;
  /** What happened, for people, in Indonesian. @example "Sinkronisasi dimulai oleh Siti Aminah" */
  message!: string;
  /** The figures and names in the message. @example {"by": "Siti Aminah"} */
  params!: Record<string, string | number> | null;
}

/** Which log lines. */
export class ProgressQueryDto {
  /** Only log lines with a larger id. @example 4021 */
  @IsOptional() @QueryNumber() @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) after?: number;
}

/** A run's figures: processed = successCount + failed + skipped <= total, successCount = updated + unchanged. */
export class RunFiguresDto {
  /** Students that the run takes; 0 while it prepares. */
  total!: Count;
  /** Students that have ended, in whatever way. @example 151 */
  processed!: Count;
  /** Students that were fetched and stored, or found unchanged. @example 148 */
  successCount!: Count;
  /** Students that failed for good. @example 2 */
  failed!: Count;
  /** Students of whom something new was stored. @example 40 */
  updated!: Count;
  /** Students of whom nothing had changed. @example 108 */
  unchanged!: Count;
  /** Students who have left, whose answer waits for a review, or whom a cancelled run did not reach. @example 1 */
  skipped!: Count;
  /** 0 to 100, floored to one decimal; 100 only when processed = total. @example 43.1 */
  percent!: number;
}

/** What a run has brought so far: its figures, what was paid and what fell, and what waits for a decision. */
export class RunResultDto extends RunFiguresDto {
  /** Students who paid since they were fetched before. @example 14 */
  paidSiswa!: Count;
  /** How much they paid in all. @example 7350000 */
  paidAmount!: Rupiah;
  /** Students of whom less is paid, or less billed, than when they were fetched before. @example 1 */
  fellSiswa!: Count;
  /** How much less is paid in all, as a positive amount. @example 500000 */
  fellAmount!: Rupiah;
  /** paidAmount less fellAmount. @example 6850000 */
  netAmount!: Rupiah;
  /** Answers of it that still wait for somebody to decide. @example 0 */
  openReviews!: Count;
}

/** How a run stands. */
export class SyncStateDto extends RunResultDto {
  /** The run; null while there is none to show. */
  runId!: Id | null;
  /** The run's state, or `idle`. */
  status!: ProgressStatus;
  /** Whether the run is preparing, running, paused or being cancelled. @example true */
  isRunning!: boolean;
  /** Which students the run takes, {} for everybody; null while there is none to show. @example {} */
  scope!: SyncScopeDto | null;
  /** Students a second over the last ten seconds or so; null while not running or too early to tell. @example 12.5 */
  ratePerSecond!: number | null;
  /** Seconds until the end at this speed; null while that cannot be told. @example 16 */
  etaSeconds!: Whole | null;
  /** When the run began; null while it waits in the queue. */
  startedAt!: Timestamp | null;
  /** When the run ended; null until then. */
  finishedAt!: Timestamp | null;
  /** Name of the user or token that started it. @example "Siti Aminah" */
  startedBy!: string | null;
  /** Why it is paused, as an Indonesian sentence; `pauseCode` is for programs. @example "Dijeda oleh Siti Aminah" */
  pauseReason!: string | null;
  /** Why it is paused; null while it is not. */
  pauseCode!: PauseCode | null;
  /** When a paused run tries again by itself; null where somebody has to resume it. */
  resumeAt!: Timestamp | null;
  /** Students whom the payment service asked to be left alone for a while. @example 0 */
  waitingSiswa!: Count;
  /** When the last of them is asked again; null while there are none. */
  waitingUntil!: Timestamp | null;
  /** Requests a second that all workers together may make; null without a limit. @example 20 */
  rateLimit!: Whole | null;
  /** Worker processes alive now; with 0 nothing moves. @example 2 */
  activeWorkers!: Count;
  /** Requests to the payment service at once that all workers together make now, which they find out by themselves; null while nothing is asked. @example 32 */
  atOnce!: Whole | null;
  /** How long the payment service takes for an answer now, in milliseconds; null while nothing is asked. @example 110 */
  latencyMs!: Whole | null;
}

/** What the page polls: the active run; else the first queued one; else the last ended one, until reset. */
export class SyncProgressDto extends SyncStateDto {
  /** The newest lines of its activity log, or all after the one that was named. */
  log!: SyncLogLineDto[];
}

/** percent of a progress object: floored to one decimal. */
export function percentOf(processed: number, total: number): number {
  return total === 0 ? 0 : Math.floor((processed * 1000) / total) / 10;
}
