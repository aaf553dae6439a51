import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { env } from '../config/env';
import type { Answer } from './answer-body';
import { errorOfTransport, RequestAbandonedError, wasStaleConnection } from './payment-source.errors';
import type { Spool } from './spool';
import type { Spooled } from './undici-adapter';

type RequestConfig = NonNullable<Parameters<HttpService['axiosRef']['get']>[1]> & Spooled;

/** What a run says about a request of its own. */
export interface RequestPermit {
  /** Aborts when the request is to be given up. */
  signal: AbortSignal;
  /** Whether the request may still begin; asked right before it does. */
  mayBegin(): Promise<boolean>;
}

export const ALWAYS: RequestPermit = {
  signal: new AbortController().signal,
  mayBegin: () => Promise.resolve(true),
};

/** One request to the payment service within its limits; every status is an answer. */
@Injectable()
export class PaymentTransport {
  constructor(private readonly http: HttpService) {}

  /** The time limit holds from connect to the last byte. */
  async get(
    path: string,
    maxBytes: number,
    headers: Record<string, string>,
    signal: AbortSignal = ALWAYS.signal,
    spool?: Spool,
  ): Promise<Answer> {
    const timeoutMs = env.SYNC_TIMEOUT_MS;
    const request = new AbortController();
    const abort = () => request.abort();
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      abort();
    }, timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    try {
      signal.throwIfAborted();
      return await this.ask(path, { headers, signal: request.signal, maxContentLength: maxBytes, spool });
    } catch (error) {
      if (signal.aborted) throw new RequestAbandonedError('the run no longer wants this request');
      throw errorOfTransport(error, timedOut, { timeoutMs, maxBytes });
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
