import { type FailureReasonCode, failureMessage } from '@bantubayar/shared';

interface Traits {
  /** Goes into the reason's sentence: seconds, HTTP status, megabytes or encoding. */
  figure?: number | string;
  /** Stands behind the sentence: the service's own words, or what exactly is wrong. */
  detail?: string;
  httpStatus?: number;
  /** Trying again may help. */
  retryable?: boolean;
  /** Says that the service as a whole may be out of order. */
  outage?: boolean;
  /** The pause that the service asked for, in milliseconds. */
  retryAfterMs?: number;
  /** Which rule of its format an answer breaks: many answers that break the same one tell of a new format. */
  flaw?: Flaw | null;
}

/** An amount that is none, one that is missing, a sum that is too large, or lists and objects in the wrong places. */
export type Flaw = 'amount' | 'missing' | 'sum' | 'structure';

const LONGEST_DETAIL = 200;

/** Why a student's payments, or the roster, could not be had. Knows whether trying again makes sense. */
export class PaymentSourceError extends Error {
  override name = 'PaymentSourceError';
  /** What the service answered, where it did. */
  httpStatus: number | null;
  readonly retryable: boolean;
  readonly outage: boolean;
  readonly retryAfterMs: number;
  readonly flaw: Flaw | null;

  constructor(
    readonly reason: FailureReasonCode,
    traits: Traits = {},
  ) {
    const sentence = failureMessage(reason, traits.figure);
    const detail = traits.detail && printable(traits.detail);
    super(detail ? `${sentence}: ${detail}` : sentence);
    this.httpStatus = traits.httpStatus ?? null;
    this.retryable = traits.retryable ?? false;
    this.outage = traits.outage ?? false;
    this.retryAfterMs = traits.retryAfterMs ?? 0;
    this.flaw = traits.flaw ?? null;
  }

  /** Nothing can be had until somebody saves other credentials. */
  get concernsCredentials(): boolean {
    return this.reason === 'credentials_rejected' || this.reason === 'credentials_unreadable';
  }
}

/** The request was given up because its run no longer wants it; nothing went wrong. */
export class RequestAbandonedError extends Error {
  override name = 'RequestAbandonedError';
}

/** Foreign text that may stand in a sentence: on one line, of bearable length, and storable. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  const line = text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
  const short = line.length > LONGEST_DETAIL ? `${line.slice(0, LONGEST_DETAIL)}…` : line;
  return short.toWellFormed();
}

const RETRY_AFTER_MAX_MS = 600_000;

/** The error for an HTTP status other than 2xx; `words` are the service's own, told where the status does not say it all. */
export function errorOfStatus(status: number, retryAfter?: string, words?: string): PaymentSourceError {
  const traits = { figure: status, httpStatus: status };
  const patient = { ...traits, retryable: true, outage: true, retryAfterMs: retryAfterMs(retryAfter) };
  if (status >= 500) return new PaymentSourceError('server_error', { ...patient, detail: words });
  if (status === 429) return new PaymentSourceError('rate_limited', patient);
  if (status === 408) return new PaymentSourceError('connection_failed', patient);
  if (status === 401 || status === 403) return new PaymentSourceError('credentials_rejected', traits);
  if (status === 404) return new PaymentSourceError('not_found', traits);
  if (status >= 300 && status < 400) return new PaymentSourceError('redirected', traits);
  return new PaymentSourceError('request_rejected', { ...traits, detail: words });
}

/** Retry-After as seconds or as a date, in milliseconds from now, ten minutes at most; 0 where there is none to be read. */
export function retryAfterMs(header: string | undefined, now = Date.now()): number {
  if (!header) return 0;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), RETRY_AFTER_MAX_MS) : 0;
}

/** By what Node says of a connection that gave no whole answer; the first that fits. */
const TRANSPORT: readonly [RegExp, FailureReasonCode][] = [
  [/ENOTFOUND|EAI_AGAIN|EAI_NONAME/, 'host_unknown'],
  [/ECONNREFUSED/, 'connection_refused'],
  [/CERT_|_CERT|UNABLE_TO_VERIFY|SELF_SIGNED|ERR_TLS_CERT/, 'certificate_rejected'],
  [/EPROTO|ERR_SSL|wrong version number/, 'tls_failed'],
  [
    /aborted|unexpected end|premature|Z_BUF_ERROR|Z_DATA_ERROR|ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH/i,
    'connection_cut',
  ],
];
const TOO_LARGE = /ERR_ANSWER_TOO_LARGE|ERR_BUFFER_TOO_LARGE/;
const TOO_LATE = /ERR_ANSWER_TOO_LATE|UND_ERR_CONNECT_TIMEOUT/;

/** The error for a request that got no whole answer; `limits` are those of the request. */
export function errorOfTransport(
  error: unknown,
  limits: { timeoutMs: number; maxBytes: number },
): PaymentSourceError {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const passing = { retryable: true, outage: true };
  if (TOO_LATE.test(code))
    return new PaymentSourceError('timeout', { figure: limits.timeoutMs / 1000, ...passing });
  if (TOO_LARGE.test(code)) {
    return new PaymentSourceError('too_large', { figure: limits.maxBytes / 1024 / 1024 });
  }
  const [, reason] = TRANSPORT.find(([pattern]) => pattern.test(`${code} ${message}`)) ?? [];
  return new PaymentSourceError(reason ?? 'connection_failed', passing);
}

/** A connection that had been idle was closed just when it was used again: the request never reached anybody. */
export function wasStaleConnection(error: unknown): boolean {
  const { code = '', wasUsed } = error as { code?: string; wasUsed?: boolean };
  return CLOSED.has(code) && wasUsed === true;
}

const CLOSED = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
