import { FAILURE_REASONS, type FailureReasonCode, type SyncRunSiswaDto } from '@bantubayar/shared';

export interface FailureGroup {
  reason: FailureReasonCode | null;
  /** The sentence of its first student: it has the figures, such as the seconds or the HTTP status. */
  message: string | null;
  count: number;
  needsYou: boolean;
}

/** Students that did not work out, by reason, the largest group first. */
export function groupFailures(rows: SyncRunSiswaDto[]): FailureGroup[] {
  const groups = new Map<FailureReasonCode | null, FailureGroup>();
  for (const { reason, message } of rows) {
    const group = groups.get(reason) ?? { reason, message, count: 0, needsYou: needsYou(reason) };
    group.count += 1;
    groups.set(reason, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

function needsYou(reason: FailureReasonCode | null): boolean {
  return reason !== null && FAILURE_REASONS[reason]?.action === 'needs_you';
}
