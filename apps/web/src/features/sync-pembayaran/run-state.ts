import { isEnded, type SyncLogLineDto, type SyncProgressDto } from '@bantubayar/shared';

export const LOG_LIMIT = 2_000;

/**
 * What the page shows after an answer. An answer of the same run that is older than what is shown, because another one
 * overtook it, changes nothing but the log.
 */
export function mergeProgress(shown: SyncProgressDto | null, answer: SyncProgressDto): SyncProgressDto {
  if (!shown || shown.runId !== answer.runId) return answer;
  const log = mergeLog(shown.log, answer.log);
  return { ...(isOlder(answer, shown) ? shown : answer), log };
}

function isOlder(answer: SyncProgressDto, shown: SyncProgressDto): boolean {
  return answer.processed < shown.processed || (isEnded(shown.status) && !isEnded(answer.status));
}

/** The lines shown with those that are newer. */
export function mergeLog(shown: SyncLogLineDto[], answer: SyncLogLineDto[]): SyncLogLineDto[] {
  const last = shown.at(-1)?.id ?? -Infinity;
  const newer = answer.filter(({ id }) => id > last);
  if (newer.length === 0) return shown;
  return [...shown, ...newer].slice(-LOG_LIMIT);
}
