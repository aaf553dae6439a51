import type { Scope } from '../auth/rights';
import type { FailureReasonCode } from '../sync-pembayaran/failure-reasons';
import type { SyncStateDto } from '../sync-pembayaran/progress.dto';
import type { SyncScopeDto } from '../sync-pembayaran/start-sync.dto';
import type { ProgressStatus, RunStatus } from '../sync-pembayaran/sync-run-status';
import type { InvalidFields, NoDetails, Retry, RunState } from './error-shapes';
import type { Count, Id, Whole } from './scalars';

/** Every code that an error answer can carry, and what its `details` tell. */
export interface ErrorDetails {
  /** Something in the request is not what it must be. */
  validation_failed: InvalidFields;
  /** Nobody is signed in, or the token is not valid. */
  unauthenticated: NoDetails;
  /** The e-mail address or the password is wrong. */
  invalid_credentials: NoDetails;
  /** The asker lacks a right. */
  forbidden: {
    /** The right that is missing. */
    requiredScope: Scope;
  };
  /** A browser sent the request from another site. */
  cross_site_request: NoDetails;
  /** There is no such address, or nothing by this id; the id or the allowed endings are named where they are known. */
  not_found: {
    /** What was named. */
    id?: Id;
    /** The student who was named. */
    idperson?: Id;
    /** The endings that there are. @example ["csv", "xlsx"] */
    allowed?: readonly string[];
  };
  /** The place in the changes feed is not there any more: the changes behind it were thinned, or the cursor is of another database. */
  cursor_expired: {
    /** For how many days changes are kept; 0: for ever. @example 90 */
    retentionDays: Whole;
  };
  /** The address takes other methods only. */
  method_not_allowed: {
    /** The same methods stand in Allow. @example ["GET", "HEAD"] */
    allowed: string[];
  };
  /** The body is longer, or has more values, than the operation takes. */
  payload_too_large: {
    /** The longest body, in bytes. @example 65536 */
    maxBytes: Whole;
    /** The most values in it, counting the elements of lists. @example 1000 */
    maxValues: Whole;
  };
  /** The body is not sent as JSON. */
  unsupported_media_type: {
    /** The Content-Type, or the unknown Content-Encoding. @example "text/plain" */
    given: string | null;
    /** What would do. @example ["application/json"] */
    allowed: string[];
  };
  /** Somebody tried too often, or too much at once. */
  too_many_attempts: Retry;
  /** The Idempotency-Key belongs to another request (422), or its first request is still being worked on (409). */
  idempotency_key_reused: NoDetails;
  /** Another run is active: `run` is its progress, without the log. */
  sync_already_running: {
    /** How the other run stands. */
    run: SyncStateDto;
  };
  /** No run is active. */
  sync_not_running: NoDetails;
  /** The run is in a state that cannot be paused. */
  sync_not_pausable: {
    /** The run's state. */
    status: ProgressStatus;
  };
  /** The run is not paused. */
  sync_not_paused: {
    /** The run's state. */
    status: ProgressStatus;
  };
  /** A run is active, and has to be cancelled first. */
  sync_running: {
    /** The active run. @example "12" */
    runId: Id;
    /** Its state. */
    status: RunStatus;
  };
  /** The run has not ended, so nothing of it can be tried again. */
  run_not_retryable: RunState;
  /** The run does not wait in the queue. */
  run_not_queued: RunState;
  /** No kept answer of this student or run waits for a decision. */
  review_not_open: {
    /** The run that was named. @example "12" */
    runId?: Id;
    /** The student who was named. */
    idperson?: Id;
  };
  /** Another person, or another receiver, has this e-mail address. */
  email_taken: {
    /** The address. @example "siti@sekolah.test" */
    email: string;
  };
  /** There must always be an admin. */
  last_admin: NoDetails;
  /** Nobody can do this to their own account. */
  own_account: NoDetails;
  /** The present password is not what was named. */
  wrong_password: NoDetails;
  /** Credentials cannot be saved: SECRETS_KEY, which encrypts them, is not set. */
  secrets_key_missing: NoDetails;
  /** There are as many webhook endpoints as there can be. */
  too_many_webhooks: {
    /** The most that there can be. @example 20 */
    max: Count;
  };
  /** There are as many receivers of e-mails as there can be. */
  too_many_penerima: {
    /** The most that there can be. @example 20 */
    max: Count;
  };
  /** No e-mail can be sent: SMTP_URL, which names the mail server, is not set. */
  mail_not_configured: NoDetails;
  /** Nobody is in the scope. */
  no_students: {
    /** What was asked for. */
    scope: SyncScopeDto;
  };
  /** The student is not on the roster any more. */
  siswa_left: {
    /** The student. */
    idperson: Id;
  };
  /** The roster has shrunken so much, or lacks so many of the students, that it was not applied. */
  roster_suspicious: {
    /** Students now. */
    current: Count;
    /** Students on the new roster. @example 12 */
    incoming: Count;
    /** Students who would have left. @example 338 */
    left: Count;
  };
  /** The payment service did not send its roster. */
  roster_unreachable: {
    /** Why not. */
    reason: FailureReasonCode;
    /** What it answered, where it answered. @example 503 */
    httpStatus: Whole | null;
  };
  /** A row of the payment service's roster is not what it must be. */
  roster_invalid: {
    /** Which row, from 1. @example 7 */
    row: Whole;
    /** Whose row; null where it is the idperson that is wrong. */
    idperson: Id | null;
    /** Which field. @example "nama" */
    field: string;
    /** What was sent, shortened. @example "null" */
    given: string | null;
    /** What is wrong with it, in Indonesian. @example "wajib diisi" */
    problem: string;
  };
  /** The database or the queue is away or takes no writes, or too many are signing in. */
  service_unavailable: Retry;
  /** A fault of ours; the log tells of it by the `requestId`. */
  internal_error: NoDetails;
}
