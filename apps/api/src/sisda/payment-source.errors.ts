import { type FailureReasonCode, failureMessage } from '@bantubayar/shared';

interface Traits {
  /** Goes into the reason's sentence: seconds, HTTP status or megabytes. */
  figure?: number;
  httpStatus?: number;
  /** Trying again may help. */
  retryable?: boolean;
  /** Says that the service as a whole may be out of order. */
  outage?: boolean;
  /** The pause that the service asked for, in milliseconds. */
  retryAfterMs?: number;
}

/** Why a student's payments, or the roster, could not be had. Knows whether trying again makes sense. */
export class PaymentSourceError extends Error {
  override name = 'PaymentSourceError';
  readonly httpStatus: number | null;
  readonly retryable: boolean;
  readonly outage: boolean;
  readonly retryAfterMs: number;

  constructor(
    readonly reason: FailureReasonCode,
    traits: Traits = {},
  ) {
    super(failureMessage(reason, traits.figure));
    this.httpStatus = traits.httpStatus ?? null;
    this.retryable = traits.retryable ?? false;
    this.outage = traits.outage ?? false;
    this.retryAfterMs = traits.retryAfterMs ?? 0;
  }
}

/** The request was given up because its run no longer wants it; nothing went wrong. */
export class RequestAbandonedError extends Error {
  override name = 'RequestAbandonedError';
}

const RETRY_AFTER_MAX_MS = 600_000;

/** The error for an HTTP status other than 2xx. */
export function errorOfStatus(status: number, retryAfter?: string): PaymentSourceError {
  const traits = { figure: status, httpStatus: status };
  const patient = { ...traits, retryable: true, outage: true, retryAfterMs: retryAfterMs(retryAfter) };
  if (status >= 500) return new PaymentSourceError('server_error', patient);
  if (status === 429) return new PaymentSourceError('rate_limited', patient);
  if (status === 408) return new PaymentSourceError('connection_failed', patient);
  if (status === 401 || status === 403) return new PaymentSourceError('credentials_rejected', traits);
  if (status === 404) return new PaymentSourceError('not_found', traits);
  if (status >= 300 && status < 400) return new PaymentSourceError('redirected', traits);
  return new PaymentSourceError('request_rejected', traits);
}

/** Retry-After as seconds or as a date, in milliseconds from now; 0 where there is none to be read. */
export function retryAfterMs(header: string | undefined, now = Date.now()): number {
  if (!header) return 0;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), RETRY_AFTER_MAX_MS) : 0;
}

const CUT =
  /aborted|socket hang up|unexpected end|premature|Z_BUF_ERROR|Z_DATA_ERROR|ECONNRESET|ECONNABORTED/i;
const TOO_LARGE = /maxContentLength/;

/** The error for a request that got no whole answer; `limits` are those of the request. */
export function errorOfTransport(
  error: unknown,
  timedOut: boolean,
  limits: { timeoutMs: number; maxBytes: number },
): PaymentSourceError {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (timedOut) {
    return new PaymentSourceError('timeout', {
      figure: limits.timeoutMs / 1000,
      retryable: true,
      outage: true,
    });
  }
  if (TOO_LARGE.test(message)) {
    return new PaymentSourceError('too_large', { figure: limits.maxBytes / 1024 / 1024 });
  }
  const reason = CUT.test(`${code} ${message}`) ? 'connection_cut' : 'connection_failed';
  return new PaymentSourceError(reason, { retryable: true, outage: true });
}
