import type { SyncProgressDto } from '@bantubayar/shared';
import { eventually } from './eventually';
import type { Stack } from './stack';

const SYNC = '/admin/sync-pembayaran';

export const ended = ({ isRunning, status }: SyncProgressDto) => !isRunning && status !== 'queued';

/** Ends the faults and whatever runs, so that the next test begins with nothing. */
export async function endRuns(stack: Stack): Promise<void> {
  await stack.faults({});
  await stack.client.post(`${SYNC}/cancel`);
  await eventually(async () => ((await stack.client.post(`${SYNC}/reset`)).status === 200 ? true : null));
}

/** What holds in every progress object; returns a watcher that also sees that nothing goes back. */
export function promises() {
  let last: SyncProgressDto | null = null;
  return (now: SyncProgressDto) => {
    expect(now.processed).toBe(now.successCount + now.failed + now.skipped);
    expect(now.successCount).toBe(now.updated + now.unchanged);
    expect(now.processed).toBeLessThanOrEqual(now.total);
    expect(now.percent === 100).toBe(now.total > 0 && now.processed === now.total);
    if (last && last.runId === now.runId) {
      expect(now.processed).toBeGreaterThanOrEqual(last.processed);
      expect(now.percent).toBeGreaterThanOrEqual(last.percent);
      if (last.status === 'running') expect(now.total).toBe(last.total);
    }
    last = now;
  };
}
