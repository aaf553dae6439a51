import { PaymentSourceError } from '../../sisda/payment-source.errors';

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * The pause before a student's next try, in milliseconds: exponential with full jitter, and never shorter than what
 * the payment service asked for.
 */
export function retryPause(attemptsMade: number, error: Error): number {
  const jittered = Math.ceil(Math.random() * longestRetryPause(attemptsMade));
  return error instanceof PaymentSourceError ? error.retryAfterMs + jittered : jittered;
}

/** The longest pause that we choose by ourselves. */
export function longestRetryPause(attemptsMade: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (attemptsMade - 1));
}
