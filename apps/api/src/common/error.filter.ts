import type { ApiErrorDto, ErrorCode } from '@bantubayar/shared';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  NotFoundException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { allowedMethods } from './allowed-methods';
import { databaseErrorOf } from './database-error';
import { DomainError } from './domain-error';

const BY_STATUS: Record<number, [ErrorCode, string]> = {
  400: ['validation_failed', 'Permintaan tidak dapat dibaca'],
  401: ['unauthenticated', 'Silakan masuk terlebih dahulu'],
  403: ['forbidden', 'Anda tidak berhak melakukan ini'],
  404: ['not_found', 'Alamat ini tidak ada'],
  413: ['payload_too_large', 'Isi permintaan terlalu besar'],
  415: ['unsupported_media_type', 'Isi permintaan harus JSON tanpa pemampatan yang tidak dikenal'],
  503: ['service_unavailable', 'Layanan sedang tidak siap, silakan coba lagi'],
};

const UNFIT: [ErrorCode, string] = ['validation_failed', 'Permintaan ini tidak dapat dilayani'];
const FAULT: [ErrorCode, string] = ['internal_error', 'Terjadi kesalahan di server'];

class MethodNotAllowedError extends DomainError {
  constructor(given: string, allowed: string[]) {
    super(405, 'method_not_allowed', `Alamat ini tidak menerima ${given}, hanya ${allowed.join(', ')}`, {
      allowed,
    });
  }
}

/** Turns whatever was thrown into the API's one error shape; only what nobody expected is logged as an error. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const request = host.switchToHttp().getRequest<Request>();
    const body = bodyOf(wrongMethod(error, request) ?? databaseErrorOf(error) ?? error);
    // The request's line in the log tells it.
    if (body.statusCode === 500) response.err = error instanceof Error ? error : new Error(String(error));
    const { retryAfterSeconds, allowed } = body.details ?? {};
    if (typeof retryAfterSeconds === 'number') response.setHeader('Retry-After', retryAfterSeconds);
    if (body.statusCode === 405) response.setHeader('Allow', (allowed as string[]).join(', '));
    // Whatever a file or a page would have been called.
    response.removeHeader('Content-Disposition');
    response
      .status(body.statusCode)
      .type('json')
      .send({ ...body, requestId: request.id });
  }
}

/** Nest knows no route for it: perhaps there is one for another method. */
function wrongMethod(error: unknown, request: Request): MethodNotAllowedError | null {
  if (!(error instanceof NotFoundException)) return null;
  const allowed = allowedMethods(request);
  return allowed.length === 0 || allowed.includes(request.method)
    ? null
    : new MethodNotAllowedError(request.method, allowed);
}

function bodyOf(error: unknown): ApiErrorDto {
  if (error instanceof DomainError) {
    const { statusCode, code, message, details } = error;
    return { statusCode, code, message, details };
  }
  const statusCode = httpStatusOf(error);
  const [code, message] = BY_STATUS[statusCode] ?? (statusCode < 500 ? UNFIT : FAULT);
  return { statusCode, code, message, details: {} };
}

function httpStatusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { status } = error as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
