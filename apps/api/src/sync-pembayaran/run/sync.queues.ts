import { DISPATCH_QUEUE, SISWA_QUEUE } from '@bantubayar/shared';
import { BullModule } from '@nestjs/bull';
import type { AdvancedSettings, Job, JobOptions } from 'bull';
import { env } from '../../config/env';
import { retryPause } from './retry-pause';

/** One job a run. */
export interface DispatchJob {
  runId: string;
}

/** One job a student of a run. Results live in the ledger, so a job says only who it is about, and may run twice. */
export interface SiswaJob {
  runId: string;
  idperson: string;
  /** SHA-256 of the student's stored answer as it was when the job was added, in hexadecimal; spares reading the same one again. */
  hash?: string;
  /** How long the payment service asked to be left alone with this student, when it last failed. */
  retryAfterMs?: number;
}

export const RETRY_PAUSE = 'retry-pause';

/**
 * A dead worker's jobs come back after at most lockDuration + 2 × stalledInterval. How often a job stalled says
 * nothing: the ledger decides what is lost.
 */
const settings: AdvancedSettings = {
  lockDuration: 5_000,
  lockRenewTime: 1_500,
  stalledInterval: 1_500,
  maxStalledCount: 1_000,
  guardInterval: 1_000,
  backoffStrategies: { [RETRY_PAUSE]: retryPause },
};

/** Nothing stays in Redis once a job has ended. */
const forgotten = { removeOnComplete: true, removeOnFail: true } satisfies JobOptions;

export const dispatchJobOptions = (runId: string) =>
  ({ ...forgotten, jobId: `run:${runId}` }) satisfies JobOptions;

export const siswaJobId = ({ runId, idperson }: SiswaJob) => `${runId}:${idperson}`;

const ofSiswa: JobOptions = { ...forgotten, attempts: env.SYNC_TRIES, backoff: { type: RETRY_PAUSE } };

/** The id makes adding a student's job again harmless while it is still there. */
export const siswaJobOptions = (job: SiswaJob): JobOptions => ({ ...ofSiswa, jobId: siswaJobId(job) });

/** Whether this try is the last one; what it runs into is then final. */
export function isLastTry(job: Job<SiswaJob>): boolean {
  return job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
}

export const queuesModule = BullModule.registerQueue(
  { name: DISPATCH_QUEUE, settings },
  { name: SISWA_QUEUE, settings },
);
