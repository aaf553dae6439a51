import { setTimeout as sleep } from 'node:timers/promises';
import type { Api, Schemas } from './api';
import { unwrap } from './error';

export type Run = Schemas['SyncRunDetailDto'];

const ENDED: readonly Run['status'][] = ['completed', 'partial', 'cancelled', 'failed'];

/**
 * Waits until the run has ended, and answers it; a paused run is waited for too. Asks every `everyMs` milliseconds, by the
 * last answer's ETag.
 */
export async function waitForRun(
  api: Api,
  id: string,
  { everyMs = 1_000, signal }: { everyMs?: number; signal?: AbortSignal } = {},
): Promise<Run> {
  let etag: string | null = null;
  for (;;) {
    const headers: Record<string, string> = etag ? { 'If-None-Match': etag } : {};
    const asked = api.GET('/admin/sync-pembayaran/runs/{id}', { params: { path: { id } }, headers, signal });
    const { response } = await asked;
    if (response.status !== 304) {
      const run = await unwrap(asked);
      if (ENDED.includes(run.status)) return run;
      etag = response.headers.get('etag');
    }
    await sleep(everyMs, undefined, { signal });
  }
}
