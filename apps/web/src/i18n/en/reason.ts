import type { FailureReasonCode } from '@bantubayar/shared';

/** The Indonesian ones are the API's own. */
export const reason = {
  timeout: 'The payment server did not answer in time',
  connection_failed: 'The connection to the payment server failed',
  host_unknown: 'The payment server’s address is unknown',
  connection_refused: 'Nothing answers at the payment server’s address',
  certificate_rejected: 'The payment server’s certificate cannot be trusted',
  tls_failed: 'The payment server does not speak HTTPS at this address',
  connection_cut: 'The payment server’s answer was cut short',
  server_error: 'The payment server is out of order',
  rate_limited: 'The payment server asked for a pause',
  credentials_rejected: 'The payment server refused the credentials',
  credentials_unreadable:
    'The saved credentials cannot be opened: SECRETS_KEY is not the one they were saved with',
  not_found: 'The payment server does not know the student',
  request_rejected: 'The payment server refused the request',
  redirected: 'The payment server redirects to another address',
  too_large: 'The payment server’s answer is too large',
  not_json: 'The payment server’s answer is not JSON',
  wrong_encoding: 'The text of the payment server’s answer is damaged',
  upstream_refused: 'The payment server answered with a failure status',
  no_data: 'The payment server’s answer has no data list',
  no_periods: 'The payment server’s answer has no list of periods',
  invalid_answer: 'The payment server’s answer is not as expected',
  not_storable: 'The payment server’s answer cannot be stored',
  unexpected_error: 'This program ran into an error',
  wrong_student: 'The payment server sent another student’s data',
  fewer_periods: 'Fewer periods than are stored',
  empty_payments: 'An empty answer, though payments are stored',
  contradictory_figures: 'The remaining balance does not fit what was billed and paid',
  left: 'The student is no longer on the roster',
} satisfies Record<FailureReasonCode, string>;
