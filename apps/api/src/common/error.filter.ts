import type { ErrorCode } from '@bantubayar/shared';
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
import { DomainError, InvalidInputError, NotFoundError } from './domain-error';

export class MethodNotAllowedError extends DomainError<'method_not_allowed'> {
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
    const told = wrongMethod(error, request) ?? databaseErrorOf(error) ?? domainErrorOf(error);
    const { statusCode, code, message, details } = told;
    // The request's line in the log tells it.
    if (statusCode === 500) response.err = error instanceof Error ? error : new Error(String(error));
    if ('retryAfterSeconds' in details) response.setHeader('Retry-After', details.retryAfterSeconds);
    if (told instanceof MethodNotAllowedError) response.setHeader('Allow', told.details.allowed.join(', '));
    // Whatever a file or a page would have been called.
    response.removeHeader('Content-Disposition');
    response
      .status(statusCode)
      .type('json')
      .send({ statusCode, code, message, details, requestId: request.id });
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

/** What Nest and Express refuse by themselves, and faults of ours. */
function domainErrorOf(error: unknown): DomainError<ErrorCode> {
  if (error instanceof DomainError) return error;
  const statusCode = httpStatusOf(error);
  if (statusCode === 404) return new NotFoundError('Alamat ini tidak ada');
  return statusCode < 500
    ? new InvalidInputError('Permintaan ini tidak dapat dilayani', {}, statusCode)
    : new DomainError(500, 'internal_error', 'Terjadi kesalahan di server');
}

function httpStatusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { status } = error as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
