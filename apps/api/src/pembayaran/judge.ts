import type { Day, ReviewReason } from '@bantubayar/shared';
import { isSame, type PaymentAnswer, type SameAnswer } from '../sisda/sisda.reader';

/** What is stored of a student, as far as it decides what happens with a new answer. */
export interface StoredPembayaran {
  nama: string;
  left: boolean;
  /** null where nothing is stored yet. */
  hash: Buffer | null;
  dibayar: number | null;
  jumlahPeriode: number | null;
  /** Whether some bill is not paid to the rupiah. */
  isOff: boolean;
  /** Why the answer before was not applied; null where it was. */
  lastReason: string | null;
  /** The school's day. */
  today: Day;
}

export type Verdict =
  { outcome: 'updated' | 'unchanged'; reason: null } | { outcome: 'needs_review'; reason: ReviewReason };

/** Whether an answer, which is `same` only as what is stored, is applied, changes nothing, contradicts itself, or has suspiciously less than what is stored. */
export function judge(
  answer: PaymentAnswer | SameAnswer,
  stored: Pick<StoredPembayaran, 'hash' | 'jumlahPeriode'>,
): Verdict {
  if (isSame(answer) || stored.hash?.equals(answer.hash)) return { outcome: 'unchanged', reason: null };
  if (answer.checks.contradicts) return { outcome: 'needs_review', reason: 'contradictory_figures' };
  const before = stored.jumlahPeriode ?? 0;
  const now = answer.ringkasan.jumlahPeriode;
  if (now >= before) return { outcome: 'updated', reason: null };
  return { outcome: 'needs_review', reason: now === 0 ? 'empty_payments' : 'fewer_periods' };
}
