import type { Day, PeriodePembayaranDto } from '@bantubayar/shared';
import { hash } from 'node:crypto';
import { parseJson } from '../common/json';
import { AmountError } from './amount';
import { type Bill, billsOf, openBills, withDaysLate } from './bills';
import { type AnswerBody, dataAlone, parseAnswer } from './answer-text';
import { PaymentSourceError } from './payment-source.errors';
import { type Checks, periodeOf, type RingkasanPembayaran, ringkasanOf } from './sisda.mapper';
import type { SisdaPayments } from './sisda.types';

/** A student's payments as they will be stored. */
export interface PaymentAnswer {
  /** The service's `data`, to the letter. */
  pembayaran: string;
  /** SHA-256 of `pembayaran`. */
  hash: Buffer;
  ringkasan: RingkasanPembayaran;
  /** Its school years, and all bills in them. */
  periode: string[];
  bills: Bill[];
  /** The bills that are not paid. */
  terbuka: Bill[];
  checks: Checks;
}

/** An answer that is to the letter the one that was stored: what was read of it then still holds. */
export type SameAnswer = Pick<PaymentAnswer, 'pembayaran' | 'hash'> & { same: true };

export const isSame = (answer: PaymentAnswer | SameAnswer): answer is SameAnswer => 'same' in answer;

/** The answer whose `data` have this SHA-256, in hexadecimal; null where they have not, and it is to be read. */
export function sameAnswer({ text }: AnswerBody, stored: string): SameAnswer | null {
  const pembayaran = dataAlone(text);
  const found = pembayaran === null ? null : hashOf(pembayaran);
  return found?.toString('hex') === stored ? { pembayaran: pembayaran!, hash: found, same: true } : null;
}

/** Reads the body of an answer strictly; whatever is not as the service describes it is an error with its reason. */
export function readPayments(body: AnswerBody, idperson: string): PaymentAnswer {
  const { answer, data } = parseAnswer(body);
  return answerOf(data, paymentsOf(listOf(answer), idperson));
}

/** A stored answer again, with what is derived of it. */
export function storedAnswer(text: string): PaymentAnswer {
  return answerOf(text, parseJson(text) as SisdaPayments[]);
}

/** Periods, categories and items of a stored answer as they stand today; none of one that an earlier version read less strictly. */
export function storedPeriode(text: string, today: Day): PeriodePembayaranDto[] {
  try {
    return withDaysLate(periodeOf(parseJson(text) as SisdaPayments[]), today);
  } catch (error) {
    if (error instanceof AmountError) return [];
    throw error;
  }
}

/** The list under an answer's `data`, or an error that says what came instead. */
export function listOf({ status, data, message }: Record<string, unknown>): unknown[] {
  if (status === false) {
    throw new PaymentSourceError('upstream_refused', { detail: typeof message === 'string' ? message : '' });
  }
  if (!Array.isArray(data)) throw new PaymentSourceError('no_data');
  return data;
}

function answerOf(pembayaran: string, data: SisdaPayments[]): PaymentAnswer {
  const checks = { contradicts: false, tells: false };
  try {
    const periode = periodeOf(data, checks);
    const bills = billsOf(periode);
    return {
      pembayaran,
      hash: hashOf(pembayaran),
      ringkasan: ringkasanOf(data, periode, bills),
      periode: periode.map((each) => each.periode),
      bills,
      terbuka: openBills(bills),
      checks,
    };
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    throw new PaymentSourceError('invalid_answer', { detail: error.message, flaw: error.flaw });
  }
}

const hashOf = (pembayaran: string) => hash('sha256', pembayaran, 'buffer');

function paymentsOf(data: unknown[], idperson: string): SisdaPayments[] {
  if (data.length === 0) return [];
  const [payments, ...others] = data;
  if (others.length > 0) throw wrongStructure(`data memuat ${data.length} isi, seharusnya satu`);
  if (!isObject(payments)) throw wrongStructure('data[0] bukan objek');
  const { idperson: answered, periods } = payments;
  if (answered !== null && answered !== undefined && String(answered) !== idperson) {
    throw new PaymentSourceError('wrong_student');
  }
  if (!Array.isArray(periods)) throw new PaymentSourceError('no_periods');
  checkEach(periods, 'periods', checkPeriod);
  return [payments as unknown as SisdaPayments];
}

const wrongStructure = (detail: string) =>
  new PaymentSourceError('invalid_answer', { detail, flaw: 'structure' });

function checkPeriod(period: unknown, place: string): void {
  if (!isObject(period)) throw wrongStructure(`${place} bukan objek`);
  if (!isId(period['period_id'])) throw wrongStructure(`${place}.period_id tidak ada`);
  checkSummary(period, place);
  checkEach(period['categories'], `${place}.categories`, checkCategory);
}

function checkCategory(category: unknown, place: string): void {
  if (!isObject(category)) throw wrongStructure(`${place} bukan objek`);
  checkSummary(category, place);
  checkEach(category['items'], `${place}.items`, checkItem);
}

function checkItem(item: unknown, place: string): void {
  if (!isObject(item)) throw wrongStructure(`${place} bukan objek`);
}

function checkSummary({ summary }: Record<string, unknown>, place: string): void {
  if (summary !== null && summary !== undefined && !isObject(summary))
    throw wrongStructure(`${place}.summary bukan objek`);
}

/** The service sends null where it has an empty list. */
function checkEach(list: unknown, place: string, check: (element: unknown, place: string) => void): void {
  if (list === null || list === undefined) return;
  if (!Array.isArray(list)) throw wrongStructure(`${place} bukan daftar`);
  for (const [n, element] of list.entries()) check(element, `${place}[${n}]`);
}

function isId(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
