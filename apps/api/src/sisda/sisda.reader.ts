import { createHash } from 'node:crypto';
import { parseJson } from '../common/json';
import { PaymentSourceError } from './payment-source.errors';
import { AmountError, type RingkasanPembayaran, ringkasanOf } from './sisda.mapper';
import type { SisdaPayments } from './sisda.types';

/** A student's payments as they will be stored. */
export interface PaymentAnswer {
  /** JSON text of the service's `data`. */
  pembayaran: string;
  /** SHA-256 of `pembayaran`. */
  hash: Buffer;
  ringkasan: RingkasanPembayaran;
}

/** Reads the body of an answer strictly; whatever is not as the service describes it is an error with its reason. */
export function readPayments(body: string, idperson: string): PaymentAnswer {
  return answerOf(paymentsOf(readData(body), idperson));
}

/** Checked data with what is derived of them. */
export function answerOf(data: SisdaPayments[]): PaymentAnswer {
  const pembayaran = JSON.stringify(data);
  return { pembayaran, hash: createHash('sha256').update(pembayaran).digest(), ringkasan: summarise(data) };
}

/** The list under `data`, or an error that says what came instead. */
export function readData(body: string): unknown[] {
  const answer = readObject(body);
  if (answer['status'] === false) throw new PaymentSourceError('upstream_refused');
  if (!Array.isArray(answer['data'])) throw new PaymentSourceError('no_data');
  return answer['data'];
}

function readObject(body: string): Record<string, unknown> {
  let answer: unknown;
  try {
    answer = parseJson(body);
  } catch {
    const wasJson = /^\s*([{[]|$)/.test(body);
    throw wasJson
      ? new PaymentSourceError('connection_cut', { retryable: true, outage: true })
      : new PaymentSourceError('not_json');
  }
  if (!isObject(answer)) throw new PaymentSourceError('no_data');
  return answer;
}

function paymentsOf(data: unknown[], idperson: string): SisdaPayments[] {
  if (data.length === 0) return [];
  const [payments, ...others] = data;
  if (others.length > 0 || !isObject(payments)) throw new PaymentSourceError('invalid_answer');
  const { idperson: answered, periods } = payments;
  if (answered !== null && answered !== undefined && String(answered) !== idperson) {
    throw new PaymentSourceError('wrong_student');
  }
  if (!Array.isArray(periods)) throw new PaymentSourceError('no_periods');
  if (!periods.every(isPeriod)) throw new PaymentSourceError('invalid_answer');
  return [payments as unknown as SisdaPayments];
}

function isPeriod(period: unknown): boolean {
  return (
    isObject(period) &&
    isId(period['period_id']) &&
    isSummary(period) &&
    isListOf(period['categories'], isCategory)
  );
}

function isCategory(category: unknown): boolean {
  return isObject(category) && isSummary(category) && isListOf(category['items'], isObject);
}

function isSummary(part: Record<string, unknown>): boolean {
  return part['summary'] === null || part['summary'] === undefined || isObject(part['summary']);
}

/** The service sends null where it has an empty list. */
function isListOf(list: unknown, fits: (element: unknown) => boolean): boolean {
  return list === null || list === undefined || (Array.isArray(list) && list.every(fits));
}

function isId(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function summarise(data: SisdaPayments[]): RingkasanPembayaran {
  try {
    return ringkasanOf(data);
  } catch (error) {
    throw error instanceof AmountError ? new PaymentSourceError('invalid_answer') : error;
  }
}
