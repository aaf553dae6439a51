/** The choices of how long a token holds, in days. */
export const EXPIRY_DAYS = { d30: 30, d90: 90, d365: 365, never: null } as const;
export type Expiry = keyof typeof EXPIRY_DAYS;
export const EXPIRIES = Object.keys(EXPIRY_DAYS) as Expiry[];

export function expiresAt(expiry: Expiry, now: number): string | null {
  const days = EXPIRY_DAYS[expiry];
  return days === null ? null : new Date(now + days * 86_400_000).toISOString();
}
