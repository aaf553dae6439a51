import {
  isActive,
  percentOf,
  type RunFiguresDto,
  type RunResultDto,
  type SyncLogLineDto,
  type SyncProgressDto,
  type SyncRunDto,
} from '@bantubayar/shared';
import { env } from '../../config/env';
import type { Waits } from './retry-waits';
import type { SyncRunEntity } from './sync-run.entity';
import type { Workers } from './worker-registry';

const TOO_EARLY_MS = 1_500;

/** What goes on around a run. */
export interface Surroundings {
  workers: Workers;
  /** Why the database takes no writes: then the run stands still, even where that cannot be written on its row. */
  refusal?: string | null;
  waits?: Waits | null;
  openReviews?: number;
}

/** What the page is told of a run at the database's time; without a run, that there is none. */
export function toProgress(
  run: SyncRunEntity | null,
  log: SyncLogLineDto[],
  { workers, refusal = null, waits = null, openReviews = 0 }: Surroundings,
): SyncProgressDto {
  const isRefused = run?.status === 'running' && refusal !== null;
  const status = isRefused ? 'paused' : (run?.status ?? 'idle');
  const ratePerSecond = run && !isRefused ? rateOf(run, workers.now) : null;
  return {
    runId: run && String(run.id),
    status,
    isRunning: isActive(status),
    scope: run?.scope ?? null,
    ...resultOf(run, openReviews),
    ratePerSecond,
    etaSeconds: run && ratePerSecond ? Math.ceil((run.total - run.processed) / ratePerSecond) : null,
    startedAt: run?.startedAt?.toISOString() ?? null,
    finishedAt: run?.finishedAt?.toISOString() ?? null,
    startedBy: run?.startedBy ?? null,
    pauseReason: isRefused ? refusal : (run?.pauseReason ?? null),
    pauseCode: isRefused ? 'database_refuses' : (run?.pauseCode ?? null),
    resumeAt: run?.resumeAt?.toISOString() ?? null,
    waitingSiswa: waits?.siswa ?? 0,
    waitingUntil: waits?.until.toISOString() ?? null,
    rateLimit: env.SYNC_RATE_LIMIT || null,
    activeWorkers: workers.alive,
    atOnce: status === 'running' ? (workers.pace?.atOnce ?? null) : null,
    latencyMs: status === 'running' ? (workers.pace?.latencyMs ?? null) : null,
    log,
  };
}

/** A run in the history. */
export function toRun(run: SyncRunEntity, openReviews: number): SyncRunDto {
  const { startedAt, finishedAt } = run;
  return {
    id: String(run.id),
    status: run.status,
    scope: run.scope,
    ...resultOf(run, openReviews),
    parentRunId: run.parentRunId && String(run.parentRunId),
    startedBy: run.startedBy,
    createdAt: run.createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    durationMs: startedAt && finishedAt ? finishedAt.getTime() - startedAt.getTime() : null,
    thinnedAt: run.thinnedAt?.toISOString() ?? null,
    cancelledBy: run.cancelledBy,
    error: run.error,
  };
}

function resultOf(run: SyncRunEntity | null, openReviews: number): RunResultDto {
  const paidAmount = Number(run?.paidAmount ?? 0);
  const fellAmount = Number(run?.fellAmount ?? 0);
  return {
    ...figuresOf(run),
    paidSiswa: run?.paidSiswa ?? 0,
    paidAmount,
    fellSiswa: run?.fellSiswa ?? 0,
    fellAmount,
    netAmount: paidAmount - fellAmount,
    openReviews,
  };
}

function figuresOf(run: SyncRunEntity | null): RunFiguresDto {
  const { total = 0, processed = 0, updated = 0, unchanged = 0, failed = 0, skipped = 0 } = run ?? {};
  const percent = percentOf(processed, total);
  return {
    total,
    processed,
    successCount: updated + unchanged,
    failed,
    updated,
    unchanged,
    skipped,
    percent,
  };
}

/** Students a second since the mark before last, so over 5 to 10 s; it falls by itself when nothing moves. */
function rateOf(run: SyncRunEntity, now: Date): number | null {
  if (run.status !== 'running' || !run.windowFromAt) return null;
  const elapsedMs = now.getTime() - run.windowFromAt.getTime();
  if (elapsedMs < TOO_EARLY_MS) return null;
  return Math.round(((run.processed - run.windowFromProcessed) * 10_000) / elapsedMs) / 10;
}
