import type { ErrorCode, FailureReasonCode } from '@bantubayar/shared';

/** What whoever meets an error does about it; what it means stands above its details, in ErrorDetails. */
export const ERROR_CURES: Record<ErrorCode, string> = {
  validation_failed:
    'Mend what `fields` names, each with what is allowed. Sending the same again meets the same answer.',
  unauthenticated:
    'Send `Authorization: Bearer bb_…` with a token that is neither revoked nor expired; in a browser sign in again.',
  invalid_credentials: 'Look at the address and the password; `npm run password` gives a person a new one.',
  forbidden: 'Use a token with the scope `requiredScope`, or ask an admin for a role that has it.',
  cross_site_request: 'Call from a server with a token instead of from the page of another site.',
  not_found: 'Look at the id and the address; a student who left is still found, one never read is not.',
  cursor_expired:
    'Take a new cursor with `since=now`, read all students from `siswa.ndjson`, and go on from that cursor.',
  method_not_allowed: 'Use one of the methods in `allowed`.',
  payload_too_large: 'Send less at once, or a scope by class instead of by ids.',
  unsupported_media_type:
    'Send JSON as UTF-8 with `Content-Type: application/json`, compressed by gzip, deflate or br, or not at all.',
  too_many_attempts:
    'Wait `retryAfterSeconds`; RateLimit-Remaining tells beforehand how many attempts are left.',
  idempotency_key_reused:
    '422: make a new key for each thing that is to be done. 409: ask again with the same key in a moment.',
  sync_already_running:
    'Follow the run in `details.run`, or start with `"queue": true` and wait for the turn.',
  sync_not_running: 'Nothing is to be done: what was to be stopped, paused or resumed has ended.',
  sync_not_pausable: 'Wait until the run is `running`; what is being prepared or cancelled cannot be paused.',
  sync_not_paused: 'Nothing is to be done: the run goes on already.',
  sync_running: 'Cancel the run, or wait for its end.',
  run_not_retryable: 'Wait for the end of the run (`getRun`), then try again.',
  run_not_queued: 'Nothing is to be done where it ended; a run that is active is cancelled by `cancelSync`.',
  review_not_open: 'Nothing is to be done: somebody has decided, or a good answer has come since.',
  email_taken: 'Use another address, or change the person who has it.',
  last_admin: 'Make another person an admin first.',
  own_account: 'Let another admin do it.',
  wrong_password: 'Name the password with which you signed in.',
  secrets_key_missing: 'Set `SECRETS_KEY` in the environment of all processes, and start them anew.',
  too_many_webhooks: 'Delete an endpoint that is not used any more.',
  too_many_penerima: 'Delete a receiver who need not be written any more.',
  mail_not_configured:
    'Set `SMTP_URL` and `MAIL_FROM` in the environment of all processes, and start them anew.',
  no_students:
    'Look at the scope: `estimateSync` tells how many students one has. Read the roster where there are none.',
  siswa_left: 'Read the roster (`syncRoster`) where the student is back.',
  roster_suspicious: 'Look at the payment service; where the new roster is right, send `{"force": true}`.',
  roster_unreachable: 'Look at the connection (`/admin/koneksi`); `reason` is one of the reasons below.',
  roster_invalid: 'Have the row mended at the payment service; nothing of this roster was applied.',
  service_unavailable: 'Ask again after `retryAfterSeconds`; `/health/ready` tells what is away.',
  internal_error:
    'Ask once more; where it stays, report it with the `requestId`, by which the log tells of it.',
};

/** The same for a student's row in a run, and for what the roster ended with. */
export const REASON_CURES: Record<FailureReasonCode, string> = {
  timeout:
    'Try again; where it happens often, raise `SYNC_TIMEOUT_MS` or ask less at once (`SYNC_CONCURRENCY`).',
  connection_failed: 'Try again; where it stays, look at the network between here and the service.',
  host_unknown: 'Mend `PAYMENT_API_URL`, or the name server.',
  connection_refused: 'Try again once the service is up; else mend the port in `PAYMENT_API_URL`.',
  certificate_rejected: 'Have the certificate renewed, or trust its issuer (`NODE_EXTRA_CA_CERTS`).',
  tls_failed: 'Mend `PAYMENT_API_URL`: http or https.',
  connection_cut: 'Try again.',
  server_error: 'Try again later; it is a fault of the service.',
  rate_limited: 'Try again later, or set `SYNC_RATE_LIMIT`.',
  credentials_rejected: 'Save new credentials on the settings page or in the environment, then resume.',
  credentials_unreadable: 'Set the former `SECRETS_KEY` again, or save the credentials anew.',
  not_found: 'Look for the student at the service; read the roster anew.',
  request_rejected: 'Look at what the service says in the message.',
  redirected: 'Put the address it leads to into `PAYMENT_API_URL`.',
  too_large: 'Have the service look at what it sends of this student.',
  not_json: 'Try again; where it stays, an error page or a proxy answers in place of the service.',
  wrong_encoding: 'Have the service mend its text or the charset that it names.',
  upstream_refused: 'Try again; the message says what the service says.',
  no_data: 'Try again; where it stays, the service has changed its format.',
  no_periods: 'Try again; where it stays, the service has changed its format.',
  invalid_answer: 'Have the service mend what the message names; what is stored stays as it was.',
  not_storable: 'Look at the message; for long answers raise `max_allowed_packet` of the database.',
  unexpected_error: 'A fault of ours: the log of the worker tells of it.',
  wrong_student: 'Have the service look at it; nothing was stored.',
  fewer_periods: 'Decide on the review (`reviewSiswa`): apply what came, or keep what is stored.',
  empty_payments: 'Decide on the review (`reviewSiswa`): apply what came, or keep what is stored.',
  contradictory_figures: 'Decide on the review (`reviewSiswa`), after the service has been asked.',
  left: 'Nothing is to be done; read the roster where the student is back.',
};
