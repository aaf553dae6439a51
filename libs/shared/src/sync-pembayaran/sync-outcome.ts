/** How a student's row in a run's ledger ends; `pending` until then. A row ends exactly once. */
export const SYNC_OUTCOMES = [
  'pending',
  'updated', // fetched, differs from what was stored, stored
  'unchanged', // fetched, the same as what was stored
  'failed', // could not be fetched, or the answer is not what it must be
  'needs_review', // fetched, but suspiciously less than stored: kept aside, not applied
  'left', // has left the school meanwhile
  'not_run', // the run was cancelled first
] as const;
export type SyncOutcome = (typeof SYNC_OUTCOMES)[number];
