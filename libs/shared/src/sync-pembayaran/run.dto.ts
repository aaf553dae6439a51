import { IsIn, IsOptional } from 'class-validator';
import { EXPORT_STYLES, type ExportStyle, type Page } from '../common/page';
import { PageQueryDto } from '../common/page.dto';
import type { Count, Id, Rupiah, Timestamp, Whole } from '../common/scalars';
import { FAILURE_REASON_CODES, type FailureReasonCode } from './failure-reasons';
import { RunFiguresDto } from './progress.dto';
import type { SyncScopeDto } from './start-sync.dto';
import { type RunStatus, SYNC_OUTCOMES, type SyncOutcome } from './sync-run-status';

/** A run in the history. */
export class SyncRunDto extends RunFiguresDto {
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
  /** Who cancelled it. @example "Siti Aminah" */
  cancelledBy!: string | null;
  /** When the rows of students without a problem were taken out of the ledger; the counts stay. */
  thinnedAt!: Timestamp | null;
  /** Why a failed run could not go on. @example "Daftar siswa tidak dapat ditulis" */
  error!: string | null;
}

export type SyncRunPageDto = Page<SyncRunDto>;

/** One student in a run. */
export class LedgerRowDto {
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

export type LedgerPageDto = Page<LedgerRowDto>;

/** Which students of a run. */
export class LedgerQueryDto extends PageQueryDto {
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
}
