/** How something gets to whom it is meant for. */
export type Channel = 'webhook' | 'surel';

/** What came of a try. */
export interface Attempt {
  httpStatus: number | null;
  durationMs: number;
  /** Why it failed; null where it was taken. */
  message: string | null;
  answer: string | null;
  /** This one will never be taken, or nothing will be any more; else it is tried again. */
  isHopeless?: 'this' | 'all';
}
