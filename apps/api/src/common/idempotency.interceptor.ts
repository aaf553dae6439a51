import { createHash } from 'node:crypto';
import type { ApiErrorDto, ErrorCode } from '@bantubayar/shared';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { firstValueFrom, from, type Observable } from 'rxjs';
import type { AuthenticatedRequest } from './principal';
import { DomainError, InvalidInputError } from './domain-error';
import { IdempotencyRepository, type StoredAnswer } from './idempotency.repository';

/** Stands on an answer that is only the first one again. */
export const REPLAYED = 'Idempotent-Replayed';

const KEY_PATTERN = /^[\x21-\x7e]{1,191}$/;

/** With an Idempotency-Key a request is done once: for 24 h the same key repeats the first answer. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly keys: IdempotencyRepository) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const key = request.header('Idempotency-Key');
    if (key === undefined) return next.handle();
    if (!KEY_PATTERN.test(key)) {
      throw new InvalidInputError('Idempotency-Key harus 1 sampai 191 karakter ASCII tanpa spasi', {
        'Idempotency-Key': ['must be 1 to 191 visible ASCII characters'],
      });
    }
    return from(this.once(request, key, context.switchToHttp().getResponse<Response>(), next));
  }

  private async once(request: AuthenticatedRequest, key: string, response: Response, next: CallHandler) {
    const { kind, id } = request.principal!;
    const owner = { principal: `${kind}:${id}`, key };
    const requestHash = createHash('sha256')
      .update(JSON.stringify([request.path, request.body ?? null]))
      .digest();
    const first = await this.keys.claim(owner, requestHash);
    if (first) return repeat(first, requestHash, response);
    try {
      const body: unknown = await firstValueFrom(next.handle());
      await this.keys.keep(owner, { statusCode: response.statusCode, body });
      return body;
    } catch (error) {
      if (error instanceof DomainError && isLasting(error)) await this.keys.keep(owner, toAnswer(error));
      else await this.keys.release(owner);
      throw error;
    }
  }
}

/** A refusal that the same request would meet again; what depends on the moment is worth another try with the same key. */
const isLasting = ({ statusCode }: DomainError<ErrorCode>) =>
  statusCode >= 400 && statusCode < 500 && ![409, 429].includes(statusCode);

function toAnswer({ statusCode, code, message, details }: DomainError<ErrorCode>) {
  return { statusCode, body: { statusCode, code, message, details } };
}

function repeat(first: StoredAnswer, requestHash: Buffer, response: Response): unknown {
  if (!first.requestHash.equals(requestHash)) {
    throw new DomainError(
      422,
      'idempotency_key_reused',
      'Idempotency-Key ini sudah dipakai untuk permintaan lain',
    );
  }
  if (first.statusCode === null) {
    throw new DomainError(
      409,
      'idempotency_key_reused',
      'Permintaan dengan Idempotency-Key ini masih dikerjakan',
    );
  }
  response.setHeader(REPLAYED, 'true');
  if (first.statusCode >= 400) {
    const { code, message, details } = first.body as ApiErrorDto;
    throw new DomainError(first.statusCode, code, message, details);
  }
  response.status(first.statusCode);
  return first.body;
}
