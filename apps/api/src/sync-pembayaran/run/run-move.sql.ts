import type { RunStatus } from '@bantubayar/shared';

/** A move of which the row itself tells to which of some states it goes. */
export interface Choice<To extends RunStatus> {
  of: readonly To[];
  sql: string;
}

function choice<To extends RunStatus>(of: readonly To[], sql: string): Choice<To> {
  return { of, sql };
}

export const IN_MS = 'UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND';
export const toMicros = (ms: number | null) => (ms === null ? null : ms * 1000);

export const NO_PAUSE = 'pause_code = NULL, pause_reason = NULL, resume_at = NULL';

/** The rate is told from now on; a pause does not count as slowness. */
export const RATE_WINDOW_RESTARTS = `
  window_from_at = UTC_TIMESTAMP(3), window_from_processed = updated + unchanged + failed + skipped,
  window_mark_at = UTC_TIMESTAMP(3), window_mark_processed = updated + unchanged + failed + skipped`;

/** It goes on where it stood: one without students in its ledger was still being prepared. */
export const RESUMED = choice(['running', 'preparing'], "IF(total > 0, 'running', 'preparing')");
export const RESUMES = `${NO_PAUSE}, resumes = resumes + 1, format_contradictions = '', format_flaws = '', ${RATE_WINDOW_RESTARTS}`;

export const DONE = 'updated + unchanged + failed + skipped >= total';
export const ENDED = choice(['completed', 'partial'], "IF(failed > 0, 'partial', 'completed')");

/** Ends a run in the statement that counts its last student. MySQL assigns from left to right. */
export const END_WHEN_DONE = `
  status = IF(${DONE}, ${ENDED.sql}, status),
  finished_at = IF(${DONE}, UTC_TIMESTAMP(3), NULL),
  pause_code = IF(${DONE}, NULL, pause_code),
  pause_reason = IF(${DONE}, NULL, pause_reason),
  resume_at = IF(${DONE}, NULL, resume_at)`;
