import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { env } from '../config/env';
import { type Answer, bodyOf, wordsOf } from './answer-body';
import type { AnswerBody } from './answer-text';
import {
  errorOfStatus,
  errorOfTransport,
  PaymentSourceError,
  RequestAbandonedError,
  wasStaleConnection,
} from './payment-source.errors';
import { RateLimiter } from './rate-limiter';
import { readRoster, type RosterRow } from './sisda-roster.reader';
import { type PaymentAnswer, readPayments } from './sisda.reader';

type RequestConfig = Parameters<HttpService['axiosRef']['get']>[1];

const PAYMENTS_MAX_BYTES = 5 * 1024 * 1024;
const ROSTER_MAX_BYTES = 512 * 1024 * 1024;

/** What a run says about a request of its own. */
export interface RequestPermit {
  /** Aborts when the request is to be given up. */
  signal: AbortSignal;
  /** Whether the request may still begin; asked right before it does. */
  mayBegin(): Promise<boolean>;
}

const ALWAYS: RequestPermit = { signal: new AbortController().signal, mayBegin: () => Promise.resolve(true) };

/** Asks the payment service; answers what was read, or throws why not (PaymentSourceError, RequestAbandonedError). */
@Injectable()
export class PaymentSourceClient {
  constructor(
    private readonly http: HttpService,
    private readonly limiter: RateLimiter,
  ) {}

  /** One student's payments; without a permit nothing holds the request back. */
  async fetchPayments(idperson: string, permit?: RequestPermit): Promise<PaymentAnswer> {
    return readPayments(await this.get(`/payments/${idperson}`, PAYMENTS_MAX_BYTES, permit), idperson);
  }

  /** Every student of the school. */
  async fetchRoster(): Promise<RosterRow[]> {
    return readRoster(await this.get('/siswa', ROSTER_MAX_BYTES));
  }

  /** The body of a 2xx answer; the time limit holds from connect to the last byte. */
  private async get(path: string, maxBytes: number, { signal, mayBegin } = ALWAYS): Promise<AnswerBody> {
    await this.limiter.turn(mayBegin);
    const timeoutMs = env.SYNC_TIMEOUT_MS;
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    const request = new AbortController();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    timeout.signal.addEventListener('abort', abort, { once: true });
    try {
      signal.throwIfAborted();
      const response = await this.ask(path, { signal: request.signal, maxContentLength: maxBytes });
      if (response.status < 200 || response.status > 299) {
        const retryAfter = response.headers['retry-after'] as string | undefined;
        throw errorOfStatus(response.status, retryAfter, wordsOf(response));
      }
      return bodyOf(response);
    } catch (error) {
      if (error instanceof PaymentSourceError) throw error;
      if (signal.aborted) throw new RequestAbandonedError('the run no longer wants this request');
      throw errorOfTransport(error, timeout.signal.aborted, { timeoutMs, maxBytes });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  }

  /** Asks again where the connection had been closed while it lay idle; others that lie there may be closed too. */
  private async ask(path: string, config: RequestConfig, spare = 5): Promise<Answer> {
    try {
      return await this.http.axiosRef.get<Buffer>(path, config);
    } catch (error) {
      if (spare === 0 || !wasStaleConnection(error)) throw error;
      return this.ask(path, config, spare - 1);
    }
  }
}
