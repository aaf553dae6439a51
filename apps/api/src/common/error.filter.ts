import type { ApiErrorDto, ErrorCode } from '@bantubayar/shared';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import { QueryFailedError } from 'typeorm';
import { DomainError } from './domain-error';

const BY_STATUS: Record<number, [ErrorCode, string]> = {
  400: ['validation_failed', 'Permintaan tidak dapat dibaca'],
  401: ['unauthenticated', 'Silakan masuk terlebih dahulu'],
  403: ['forbidden', 'Anda tidak berhak melakukan ini'],
  404: ['not_found', 'Alamat ini tidak ada'],
  413: ['payload_too_large', 'Isi permintaan terlalu besar'],
  503: ['service_unavailable', 'Layanan sedang tidak siap, silakan coba lagi'],
};

/** Lost connections to the database or the queue, by their error codes. */
const UNAVAILABLE = /ECONNREFUSED|ECONNRESET|EPIPE|PROTOCOL_CONNECTION_LOST|ER_SERVER_SHUTDOWN|ETIMEDOUT/;

/** Turns whatever was thrown into the API's one error shape; only what nobody expected is logged as an error. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const body = this.bodyOf(error);
    // The request's line in the log tells it.
    if (body.statusCode === 500) response.err = error instanceof Error ? error : new Error(String(error));
    const retryAfter = body.details?.['retryAfterSeconds'];
    if (typeof retryAfter === 'number') response.setHeader('Retry-After', retryAfter);
    response.status(body.statusCode).json(body);
  }

  private bodyOf(error: unknown): ApiErrorDto {
    if (error instanceof DomainError) {
      return {
        statusCode: error.statusCode,
        code: error.code,
        message: error.message,
        details: error.details,
      };
    }
    const statusCode = httpStatusOf(error);
    const [code, message] = BY_STATUS[statusCode] ?? ['internal_error', 'Terjadi kesalahan di server'];
    return { statusCode, code, message, details: {} };
  }
}

function httpStatusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof QueryFailedError && UNAVAILABLE.test(String(error.driverError?.code))) return 503;
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status === 'number' && status >= 400 && status < 500) return status;
  return UNAVAILABLE.test(String(code)) ? 503 : 500;
}
