import type { FailureReasonCode, PauseCode, RunStatus } from '@bantubayar/shared';
import type { EntityManager } from 'typeorm';
import { SyncRunEntity } from '../run/sync-run.entity';

const REASONS = 3;

/** What a letter tells of a run: counts and sums, and nobody's name but of who started it. */
export interface RunFacts {
  id: string;
  status: RunStatus;
  startedBy: string;
  startedAt: Date | null;
  finishedAt: Date | null;
  total: number;
  processed: number;
  updated: number;
  unchanged: number;
  failed: number;
  /** Answers that wait for a decision. */
  kept: number;
  paidSiswa: number;
  paidAmount: number;
  fellSiswa: number;
  fellAmount: number;
  /** Why students failed, most first. */
  reasons: { code: FailureReasonCode; n: number }[];
  pauseCode: PauseCode | null;
  pauseReason: string | null;
  resumesByItself: boolean;
  error: string | null;
  cancelledBy: string | null;
}

/** As the transaction sees them that moves the run. */
export async function factsOf(manager: EntityManager, run: SyncRunEntity): Promise<RunFacts> {
  const { status, startedBy, startedAt, finishedAt, total, processed, updated, unchanged, failed } = run;
  const reasons = await manager.query<{ code: FailureReasonCode; n: string }[]>(
    `SELECT reason AS code, COUNT(*) AS n FROM sync_run_siswa WHERE run_id = ? AND outcome = 'failed'
     GROUP BY reason ORDER BY n DESC LIMIT ${REASONS}`,
    [run.id],
  );
  return {
    ...{ id: String(run.id), status, startedBy, startedAt, finishedAt },
    ...{ total, processed, updated, unchanged, failed, kept: await keptOf(manager, run.id) },
    ...{ paidSiswa: run.paidSiswa, paidAmount: Number(run.paidAmount) },
    ...{ fellSiswa: run.fellSiswa, fellAmount: Number(run.fellAmount) },
    reasons: reasons.map(({ code, n }) => ({ code, n: Number(n) })),
    ...{ pauseCode: run.pauseCode, pauseReason: run.pauseReason, resumesByItself: run.resumeAt !== null },
    ...{ error: run.error, cancelledBy: run.cancelledBy },
  };
}

/** How many answers of a run wait for somebody to decide. */
export async function keptOf(manager: EntityManager, runId: string): Promise<number> {
  const [row] = await manager.query<{ n: string }[]>(
    'SELECT COUNT(*) AS n FROM pembayaran_review WHERE run_id = ?',
    [runId],
  );
  return Number(row!.n);
}
