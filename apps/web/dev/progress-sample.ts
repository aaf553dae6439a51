import type { SyncProgressDto } from '@bantubayar/shared';

/** A progress object with nothing going on, and what a test wants otherwise. */
export function progressSample(changes: Partial<SyncProgressDto> = {}): SyncProgressDto {
  return {
    runId: null,
    status: 'idle',
    isRunning: false,
    total: 0,
    processed: 0,
    successCount: 0,
    failed: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    percent: 0,
    ratePerSecond: null,
    etaSeconds: null,
    startedAt: null,
    finishedAt: null,
    startedBy: null,
    pauseReason: null,
    pauseCode: null,
    resumeAt: null,
    scope: null,
    paidSiswa: 0,
    paidAmount: 0,
    fellSiswa: 0,
    fellAmount: 0,
    netAmount: 0,
    openReviews: 0,
    waitingSiswa: 0,
    waitingUntil: null,
    rateLimit: null,
    activeWorkers: 1,
    log: [],
    ...changes,
  };
}
