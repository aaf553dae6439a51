import type { Scope } from '../auth/user.dto';
import type { FailureReasonCode } from '../sync-pembayaran/failure-reasons';
import type { SyncStateDto } from '../sync-pembayaran/progress.dto';
import type { SyncScopeDto } from '../sync-pembayaran/start-sync.dto';
import type { ProgressStatus, RunStatus } from '../sync-pembayaran/sync-run-status';

/** Nothing more is to be told. */
export type NoDetails = Record<string, never>;

export type InvalidFields = {
  /** What is wrong, in English, by the name of the field, header or parameter; `body` is the body as a whole. */
  fields: Record<string, string[]>;
};

export type Retry = {
  /** The same number stands in Retry-After. */
  retryAfterSeconds: number;
};

/** Every code that an error answer can carry, and what its `details` tell. */
export interface ErrorDetails {
  /** Something in the request is not what it must be. */
  validation_failed: InvalidFields;
  /** Nobody is signed in, or the token is not valid. */
  unauthenticated: NoDetails;
  /** The e-mail address or the password is wrong. */
  invalid_credentials: NoDetails;
  /** The asker lacks a right. */
  forbidden: { requiredScope: Scope };
  /** A browser sent the request from another site. */
  cross_site_request: NoDetails;
  /** There is no such address, or nothing by this id; the id or the allowed endings are named where they are known. */
  not_found: { id?: string; idperson?: string; allowed?: readonly string[] };
  /** The address takes other methods only. */
  method_not_allowed: { allowed: string[] };
  /** The body is longer, or has more values, than the operation takes. */
  payload_too_large: { maxBytes: number; maxValues: number };
  /** The body is not sent as JSON. */
  unsupported_media_type: { given: string | null; allowed: string[] };
  /** Somebody tried too often, or too much at once. */
  too_many_attempts: Retry;
  /** The Idempotency-Key belongs to another request (422), or its first request is still being worked on (409). */
  idempotency_key_reused: NoDetails;
  /** Another run is active: `run` is its progress, without the log. */
  sync_already_running: { run: SyncStateDto };
  /** No run is active. */
  sync_not_running: NoDetails;
  /** The run is in a state that cannot be paused. */
  sync_not_pausable: { status: ProgressStatus };
  /** The run is not paused. */
  sync_not_paused: { status: ProgressStatus };
  /** A run is active, and has to be cancelled first. */
  sync_running: { runId: string; status: RunStatus };
  /** The run has not ended, so nothing of it can be tried again. */
  run_not_retryable: { id: string; status: RunStatus };
  /** The run does not wait in the queue. */
  run_not_queued: { id: string; status: RunStatus };
  /** No kept answer of this student or run waits for a decision. */
  review_not_open: { runId?: string; idperson?: string };
  /** Another person has this e-mail address. */
  email_taken: { email: string };
  /** There must always be an admin. */
  last_admin: NoDetails;
  /** Nobody can do this to their own account. */
  own_account: NoDetails;
  /** The present password is not what was named. */
  wrong_password: NoDetails;
  /** Nobody is in the scope. */
  no_students: { scope: SyncScopeDto };
  /** The student is not on the roster any more. */
  siswa_left: { idperson: string };
  /** The roster has shrunken so much that it was not applied: students now, on the new roster, and who would have left. */
  roster_suspicious: { current: number; incoming: number; left: number };
  /** The payment service did not send its roster. */
  roster_unreachable: { reason: FailureReasonCode; httpStatus: number | null };
  /** A row of the payment service's roster is not what it must be; `problem` is Indonesian. */
  roster_invalid: {
    row: number;
    idperson: string | null;
    field: string;
    given: string | null;
    problem: string;
  };
  /** The database or the queue is away or takes no writes, or too many are signing in. */
  service_unavailable: Retry;
  /** A fault of ours; the log tells of it by the `requestId`. */
  internal_error: NoDetails;
}
export type ErrorCode = keyof ErrorDetails;

/** The one shape of every error answer; its `code` tells what `details` hold. */
export type ApiErrorDto<C extends ErrorCode = ErrorCode> = {
  [Code in C]: {
    statusCode: number;
    code: Code;
    /** An Indonesian sentence for people; `code` is for programs. */
    message: string;
    details: ErrorDetails[Code];
    /** The answer's X-Request-Id, by which the log tells of it. */
    requestId: string;
  };
}[C];
