import { isApiError } from '../core/api-error';

/** The run that stands in the way of a new one, as a 409 tells it. */
export interface RunningRun {
  startedBy: string;
  startedAt: string | null;
  processed: number;
  total: number;
}

export function runningRunOf(error: unknown): RunningRun | null {
  if (!isApiError(error, 'sync_already_running')) return null;
  const run = (error.details.run ?? {}) as Partial<RunningRun>;
  return {
    startedBy: run.startedBy ?? '',
    startedAt: run.startedAt ?? null,
    processed: run.processed ?? 0,
    total: run.total ?? 0,
  };
}
