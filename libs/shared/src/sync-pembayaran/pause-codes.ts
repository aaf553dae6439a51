/** Why a run is paused, and who ends that: an operator's resumption, or the run by itself. */
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
export type PauseCode = (typeof PAUSE_CODES)[number];
