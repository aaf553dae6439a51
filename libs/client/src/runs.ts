import { setTimeout as sleep } from 'node:timers/promises';
import type { Api, Schemas } from './api';
import { unwrap } from './error';

export type Run = Schemas['SyncRunDetailDto'];

const ENDED: readonly Run['status'][] = ['completed', 'partial', 'cancelled', 'failed'];

/** Waits until the run has ended, and answers it; a paused run is waited for too. Asks every `everyMs` milliseconds. */
export async function waitForRun(
  api: Api,
  id: string,
  { everyMs = 1_000, signal }: { everyMs?: number; signal?: AbortSignal } = {},
): Promise<Run> {
  for (;;) {
    const run = await unwrap(
      api.GET('/admin/sync-pembayaran/runs/{id}', { params: { path: { id } }, signal }),
    );
    if (ENDED.includes(run.status)) return run;
    await sleep(everyMs, undefined, { signal });
  }
}
