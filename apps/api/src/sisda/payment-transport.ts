import { setMaxListeners } from 'node:events';
import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { env } from '../config/env';
import type { Answer } from './answer-body';
import { errorOfTransport, RequestAbandonedError, wasStaleConnection } from './payment-source.errors';
import type { Spool } from './spool';
import type { Spooled } from './undici-adapter';

type Request = Parameters<HttpService['axiosRef']['request']>[0] & Spooled & { timeout: number };

/** What a run says about a request of its own. */
export interface RequestPermit {
  /** Aborts when the request is to be given up. */
  signal: AbortSignal;
  /** Whether the request may still begin; asked right before it does. */
  mayBegin(): Promise<boolean>;
}

/** For any number of requests at once: none of them is taken for a listener that was forgotten. */
export function sharedController(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

export const ALWAYS: RequestPermit = {
  signal: sharedController().signal,
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
    const timeout = env.SYNC_TIMEOUT_MS;
    try {
      return await this.ask({
        ...{ url: path, method: 'GET', headers, signal, timeout, spool },
        maxContentLength: maxBytes,
      });
    } catch (error) {
      if (signal.aborted) throw new RequestAbandonedError('the run no longer wants this request');
      throw errorOfTransport(error, { timeoutMs: timeout, maxBytes });
    }
  }

  /** Asks again where the connection had been closed while it lay idle; others that lie there may be closed too. */
  private async ask(request: Request, spare = 5): Promise<Answer> {
    const begun = performance.now();
    try {
      return await this.http.axiosRef.request<Buffer>(request);
    } catch (error) {
      if (spare === 0 || !wasStaleConnection(error)) throw error;
      const left = Math.ceil(request.timeout - (performance.now() - begun));
      return this.ask({ ...request, timeout: Math.max(1, left) }, spare - 1);
    }
  }
}
