import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { EXPORT_STYLES, type ExportStyle, type Page } from '../common/page';
import { PageQueryDto } from '../common/page.dto';
import { IsDay } from '../common/day';
import { IsId } from '../common/id';
import type { Count, Day, Id, Rupiah, Timestamp, Whole } from '../common/scalars';
import { FAILURE_REASON_CODES, type FailureReasonCode } from './failure-reasons';
import { RunSiswaQueryDto } from '../siswa/run-siswa.dto';
import { RunResultDto } from './progress.dto';
import type { SyncScopeDto } from './start-sync.dto';
import { RUN_STATUSES, type RunStatus, SYNC_OUTCOMES, type SyncOutcome } from './sync-run-status';

/** A run in the history. */
export class SyncRunDto extends RunResultDto {
  /** The run's id; newer runs have larger ones. @example "12" */
  id!: Id;
  /** The run's state. */
  status!: RunStatus;
  /** Which students it takes. */
  scope!: SyncScopeDto;
  /** The run that this one retries; null for a run of its own. @example "11" */
  parentRunId!: Id | null;
  /** Name of the user or token that started it. @example "Siti Aminah" */
  startedBy!: string;
  /** When it was asked for. */
  createdAt!: Timestamp;
  /** When it began; null while it waits in the queue. */
  startedAt!: Timestamp | null;
  /** When it ended; null until then. */
  finishedAt!: Timestamp | null;
  /** From its beginning to its end, in milliseconds. @example 27900 */
  durationMs!: Whole | null;
  /** Who cancelled it. @example "Siti Aminah" */
  cancelledBy!: string | null;
  /** When the rows of students without a problem were taken out of the ledger; the counts stay. */
  thinnedAt!: Timestamp | null;
  /** Why a failed run could not go on. @example "Daftar siswa tidak dapat ditulis" */
  error!: string | null;
}

export type SyncRunPageDto = Page<SyncRunDto>;

/** A run with what became of those that it did not fetch. */
export class SyncRunDetailDto extends SyncRunDto {
  /** Students who failed or were not reached, and were fetched by something else since. @example 300 */
  mended!: Count;
  /** Students who failed or were not reached, are on the roster, and were not fetched since. @example 19 */
  retryable!: Count;
  /** The runs that tried some of them again, newest first; 20 at most. */
  retries!: SyncRunDto[];
}

/** What was taken off the queue. */
export class ClearedQueueDto {
  /** The runs that waited, first come first; they are cancelled. @example ["13", "14"] */
  runIds!: Id[];
}

/** Which runs. */
export class RunsQueryDto extends PageQueryDto {
  /** Only in this state. @example "partial" */
  @IsOptional() @IsIn(RUN_STATUSES) status?: RunStatus;
  /** Only started by this user, token or schedule ("Jadwal"), by the whole name. @example "Siti Aminah" */
  @IsOptional() @IsString() @MaxLength(191) startedBy?: string;
  /** Only asked for on this day of the school or later. @example "2026-11-01" */
  @IsOptional() @IsDay() from?: Day;
  /** Only asked for on this day of the school or before. @example "2026-11-30" */
  @IsOptional() @IsDay() to?: Day;
  /** Only runs that retry this one. @example "11" */
  @IsOptional() @IsId() parentRunId?: Id;
}

/** How fetching one student has ended. */
export class FetchResultDto {
  /** The student. */
  idperson!: Id;
  /** The student's name. @example "Ahmad Fauzi" */
  nama!: string | null;
  /** How the student's row has ended. */
  outcome!: SyncOutcome;
  /** Why it has not ended well; null where it has. */
  reason!: FailureReasonCode | null;
  /** The reason as an Indonesian sentence. @example "Server pembayaran tidak menjawab dalam 10 detik" */
  message!: string | null;
  /** What the payment service answered, where it answered. @example 503 */
  httpStatus!: Whole | null;
  /** Requests that were spent on the student. @example 3 */
  attempts!: Count;
  /** How long the last request took, in milliseconds. @example 182 */
  durationMs!: Whole | null;
  /** Paid in all periods before; null where the student had never been fetched, or was not fetched now. @example 1000000 */
  dibayarBefore!: Rupiah | null;
  /** Paid in all periods now. */
  dibayarAfter!: Rupiah | null;
  /** When the row ended; null while it is pending. */
  finishedAt!: Timestamp | null;
}

/** One student in a run. */
export class LedgerRowDto extends FetchResultDto {
  /** The student's school unit. @example "SMP" */
  UnitFormal!: string | null;
  /** The student's class. @example "8A" */
  KelasFormal!: string | null;
}

/** A page of a run's students. */
export class LedgerPageDto implements Page<LedgerRowDto> {
  /** Its rows. */
  items!: LedgerRowDto[];
  /** Goes into the next request's `cursor`; null on the last page. @example "WyJydW5zLzEyL3Npc3dhIiwiMjU1MDAxIl0" */
  nextCursor!: string | null;
  /** Rows that the filter matches, over all pages. */
  total!: Count;
}

/** Which students of a run. */
export class LedgerQueryDto extends RunSiswaQueryDto {
  /** Only rows that ended so. */
  @IsOptional() @IsIn(SYNC_OUTCOMES) outcome?: SyncOutcome;
  /** Only rows with this reason. */
  @IsOptional() @IsIn(FAILURE_REASON_CODES) reason?: FailureReasonCode;
}

/** Which students of a run to save as a file. */
export class LedgerExportQueryDto extends LedgerQueryDto {
  /** Left out: for people, with Indonesian headings, words and the school's time. */
  @IsOptional() @IsIn(EXPORT_STYLES) format?: ExportStyle;
}

/** How many students of a run ended without success for one reason. */
export class ReasonCountDto {
  /** How their rows ended. @example "failed" */
  outcome!: SyncOutcome;
  /** The reason. */
  reason!: FailureReasonCode;
  /** The reason as an Indonesian sentence. @example "Server pembayaran tidak menjawab dalam 10 detik" */
  message!: string;
  /** Whether trying again can help by itself, or somebody has to act first. @example "retry" */
  action!: 'retry' | 'needs_you';
  /** How many students. @example 2 */
  count!: Count;
  /** How many of them are on the roster and were not fetched since. @example 1 */
  retryable!: Count;
}
