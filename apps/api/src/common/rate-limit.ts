import type { Response } from 'express';

/** How many more attempts there are until when. */
export interface RateLimit {
  limit: number;
  remaining: number;
  resetSeconds: number;
}

export type TellRateLimit = (state: RateLimit) => void;

/** Tells whoever asks how much is left; what is told last stands. */
export const rateLimitOn =
  (response: Response): TellRateLimit =>
  ({ limit, remaining, resetSeconds }) => {
    response.setHeader('RateLimit-Limit', limit);
    response.setHeader('RateLimit-Remaining', remaining);
    response.setHeader('RateLimit-Reset', resetSeconds);
  };
