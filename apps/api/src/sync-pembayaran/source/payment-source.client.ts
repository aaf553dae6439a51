import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import type { AxiosResponse } from 'axios';
import { env } from '../../config/env';
import { errorOfStatus, errorOfTransport, RequestAbandonedError } from './payment-source.errors';
import { readRoster, type RosterRow } from './sisda-roster.reader';
import { type PaymentAnswer, readPayments } from './sisda.reader';

const PAYMENTS_MAX_BYTES = 5 * 1024 * 1024;
const ROSTER_MAX_BYTES = 512 * 1024 * 1024;

/** Asks the payment service; answers what was read, or throws why not (PaymentSourceError, RequestAbandonedError). */
@Injectable()
export class PaymentSourceClient {
  constructor(private readonly http: HttpService) {}

  /** One student's payments. An aborted `signal` gives the request up. */
  async fetchPayments(idperson: string, signal?: AbortSignal): Promise<PaymentAnswer> {
    return readPayments(await this.get(`/payments/${idperson}`, PAYMENTS_MAX_BYTES, signal), idperson);
  }

  /** Every student of the school. */
  async fetchRoster(): Promise<RosterRow[]> {
    return readRoster(await this.get('/siswa', ROSTER_MAX_BYTES));
  }

  /** The body of a 2xx answer; the time limit holds from connect to the last byte. */
  private async get(path: string, maxBytes: number, signal?: AbortSignal): Promise<string> {
    const timeoutMs = env.SYNC_TIMEOUT_MS;
    const request = new AbortController();
    const abandon = () => request.abort();
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      request.abort();
    }, timeoutMs);
    signal?.addEventListener('abort', abandon, { once: true });
    try {
      signal?.throwIfAborted();
      const response: AxiosResponse<string> = await this.http.axiosRef.get(path, {
        signal: request.signal,
        maxContentLength: maxBytes,
      });
      if (response.status < 200 || response.status > 299) {
        throw errorOfStatus(response.status, response.headers['retry-after'] as string | undefined);
      }
      return response.data;
    } catch (error) {
      if (error instanceof Error && error.name === 'PaymentSourceError') throw error;
      if (signal?.aborted) throw new RequestAbandonedError('the run no longer wants this request');
      throw errorOfTransport(error, timedOut, { timeoutMs, maxBytes });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abandon);
    }
  }
}
