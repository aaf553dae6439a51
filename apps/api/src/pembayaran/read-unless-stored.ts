import { PaymentSourceError } from '../sisda/payment-source.errors';
import { isSame, storedAnswer } from '../sisda/sisda.reader';
import type { StoredPembayaran } from './judge';
import type { SiswaResult } from './pembayaran-writer';

/** Reads an answer that was the stored one when it was fetched where another one has been stored meanwhile. */
export function readUnlessStored(result: SiswaResult, stored: StoredPembayaran | undefined): SiswaResult {
  const { answer } = result;
  if (answer instanceof Error || !isSame(answer) || stored?.hash?.equals(answer.hash)) return result;
  try {
    return { ...result, answer: storedAnswer(answer.pembayaran) };
  } catch (error) {
    if (error instanceof PaymentSourceError) return { ...result, answer: error };
    throw error;
  }
}
