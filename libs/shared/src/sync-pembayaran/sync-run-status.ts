export const RUN_STATUSES = [
  'queued',
  'preparing',
  'running',
  'paused',
  'cancelling',
  'completed',
  'partial',
  'cancelled',
  'failed',
] as const;
/** The state of a run: the last four never change again. @example "running" */
export type RunStatus = (typeof RUN_STATUSES)[number];

/** The state of the run that is shown; `idle` is no state of a run: there is none to show. @example "running" */
export type ProgressStatus = 'idle' | RunStatus;
export const PROGRESS_STATUSES: readonly ProgressStatus[] = ['idle', ...RUN_STATUSES];

/** At most one run is in one of these at a time. */
export const ACTIVE_STATUSES = [
  'preparing',
  'running',
  'paused',
  'cancelling',
] as const satisfies RunStatus[];
/** A run in one of these never changes again. */
export const ENDED_STATUSES = ['completed', 'partial', 'cancelled', 'failed'] as const satisfies RunStatus[];
/** Only in these may a student's result be written. */
export const WRITABLE_STATUSES = ['running', 'paused'] as const satisfies RunStatus[];

/** Every allowed move, from each state to the next. What is not here cannot happen. */
export const RUN_MOVES = {
  queued: [
    'preparing', // its turn has come
    'cancelled', // taken back before its turn
  ],
  preparing: [
    'running', // the ledger is written, the total is fixed
    'paused', // our own database or queue takes no writes
    'cancelling', // an operator cancels
    'failed', // the ledger cannot be written
  ],
  running: [
    'paused', // an operator, refused credentials, an outage, a changed format, or trouble of our own
    'cancelling', // an operator cancels
    'completed', // the last student ended, none failed
    'partial', // the last student ended, some failed
    'failed', // the run itself cannot go on
  ],
  paused: [
    'running', // resumed
    'preparing', // resumed before its ledger was written
    'cancelling', // an operator cancels
    'completed', // the last request in flight ended the run
    'partial', // the same, with failures
  ],
  cancelling: [
    'cancelled', // students not reached are marked not_run
  ],
  completed: [],
  partial: [],
  cancelled: [],
  failed: [],
} as const satisfies Record<RunStatus, readonly RunStatus[]>;

/** The states from which a run may move to `To`, or, of several, to whichever it will be. */
export type StatusBefore<To extends RunStatus> = {
  [From in RunStatus]: [To] extends [(typeof RUN_MOVES)[From][number]] ? From : never;
}[RunStatus];

/** All of them. */
export function statusesBefore<To extends RunStatus>(to: To): StatusBefore<To>[] {
  const mayMove = (from: RunStatus) => (RUN_MOVES[from] as readonly RunStatus[]).includes(to);
  return RUN_STATUSES.filter(mayMove) as StatusBefore<To>[];
}

export function isActive(status: ProgressStatus): boolean {
  return (ACTIVE_STATUSES as readonly ProgressStatus[]).includes(status);
}

export function isEnded(status: ProgressStatus): boolean {
  return (ENDED_STATUSES as readonly ProgressStatus[]).includes(status);
}

/** Who starts the runs that start by themselves. */
export const SCHEDULE_OWNER = 'Jadwal';

export const PAUSE_CODES = [
  // An operator paused it, and resumes it.
  'operator',
  // The payment service refuses our credentials; an operator resumes.
  'credentials',
  // Most answers contradict themselves or cannot be read any more; an operator looks and resumes.
  'format_changed',
  // The payment service is out of order, or asked everybody to wait; the run probes and resumes by itself.
  'outage',
  // Our database takes no writes, or our queue does not; the run resumes by itself once they do.
  'database_refuses',
  'queue_refuses',
] as const;
/** Why a run is paused. `operator`, `credentials` and `format_changed` wait for somebody to resume; the others end by themselves. @example "operator" */
export type PauseCode = (typeof PAUSE_CODES)[number];

export const SYNC_OUTCOMES = [
  'pending',
  'updated', // fetched, differs from what was stored, stored
  'unchanged', // fetched, the same as what was stored
  'failed', // could not be fetched, or the answer is not what it must be
  'needs_review', // fetched, but suspiciously less than stored: kept aside, not applied
  'left', // has left the school meanwhile
  'not_run', // the run was cancelled first
] as const;
/** How a student's row in a run's ledger ends; `pending` until then. A row ends exactly once. @example "failed" */
export type SyncOutcome = (typeof SYNC_OUTCOMES)[number];

/** What an admin reads for an outcome. */
export const SYNC_OUTCOME_WORDS: Record<SyncOutcome, string> = {
  pending: 'Menunggu',
  updated: 'Berubah',
  unchanged: 'Tidak berubah',
  failed: 'Gagal',
  needs_review: 'Perlu ditinjau',
  left: 'Sudah keluar',
  not_run: 'Tidak dijalankan',
};
