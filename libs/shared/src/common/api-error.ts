import { IsIn, IsInt, IsObject, IsOptional, IsString } from 'class-validator';

/** Every `code` that an error answer of the REST API can carry. */
export const ERROR_CODES = [
  'validation_failed',
  'unauthenticated',
  'invalid_credentials',
  'forbidden',
  'cross_site_request',
  'not_found',
  'method_not_allowed',
  'payload_too_large',
  'unsupported_media_type',
  'too_many_attempts',
  'idempotency_key_reused',
  'sync_already_running',
  'sync_not_running',
  'sync_not_pausable',
  'sync_not_paused',
  'sync_running',
  'run_not_retryable',
  'run_not_queued',
  'review_not_open',
  'email_taken',
  'last_admin',
  'own_account',
  'wrong_password',
  'no_students',
  'siswa_left',
  'roster_suspicious',
  'roster_unreachable',
  'roster_invalid',
  'service_unavailable',
  'internal_error',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The one shape of every error answer. `message` is an Indonesian sentence for people, `code` is for programs. */
export class ApiErrorDto {
  @IsInt() statusCode!: number;
  @IsIn(ERROR_CODES) code!: ErrorCode;
  @IsString() message!: string;
  @IsOptional() @IsObject() details?: Record<string, unknown>;
  /** The answer's X-Request-Id, by which the log tells of it. */
  @IsOptional() @IsString() requestId?: string;
}
