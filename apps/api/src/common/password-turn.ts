import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { DomainError } from './domain-error';
import { FairQueue, NoRoomError } from './fair-queue';
import { rateLimitOn } from './rate-limit';

const RETRY_AFTER_SECONDS = 5;
const WAITING_EACH = 20;

/** A password costs about a tenth of a second of a core, and one of libuv's four threads, which files need too: one at a time. */
const turns = new FairQueue({ atOnce: 1, waitingEach: WAITING_EACH, waiting: 100 });

class TooBusyError extends DomainError<'too_many_attempts' | 'service_unavailable'> {
  constructor(because: NoRoomError['because']) {
    const mine = because === 'client';
    super(
      mine ? 429 : 503,
      mine ? 'too_many_attempts' : 'service_unavailable',
      mine
        ? `Terlalu banyak percobaan sekaligus; coba lagi dalam ${RETRY_AFTER_SECONDS} detik`
        : `Terlalu banyak yang sedang masuk; coba lagi dalam ${RETRY_AFTER_SECONDS} detik`,
      { retryAfterSeconds: RETRY_AFTER_SECONDS },
    );
  }
}

/** Lets a route that has to do with passwords wait for its turn, address by address. */
@Injectable()
export class PasswordTurnInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const response = http.getResponse<Response>();
    const client = http.getRequest<Request>().ip ?? '';
    const left = new AbortController();
    response.once('close', () => left.abort());
    const work = () => firstValueFrom(next.handle(), { defaultValue: undefined });
    const remaining = turns.roomFor(client);
    rateLimitOn(response)({ limit: WAITING_EACH, remaining, resetSeconds: RETRY_AFTER_SECONDS });
    const done = turns.run(client, work, left.signal);
    return from(
      done.catch((error: unknown) => {
        throw error instanceof NoRoomError ? new TooBusyError(error.because) : error;
      }),
    );
  }
}

/** Stands above a route that checks or hashes a password. */
export const TakesPassword = () => UseInterceptors(PasswordTurnInterceptor);
