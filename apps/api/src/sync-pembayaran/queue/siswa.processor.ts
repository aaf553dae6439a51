import { SISWA_QUEUE } from '@bantubayar/shared';
import { Process, Processor } from '@nestjs/bull';
import { Logger } from '@nestjs/common';
import type { Job } from 'bull';
import { env } from '../../config/env';
import { PaymentSourceClient } from '../../sisda/payment-source.client';
import { PaymentSourceError, RequestAbandonedError } from '../../sisda/payment-source.errors';
import type { PaymentAnswer } from '../../sisda/sisda.reader';
import { RunGate, type RunPermit } from './run-gate';
import { RunPauser } from './run-pauser';
import { isLastTry, type SiswaJob } from '../run/sync.queues';
import { WriteBatcher } from './write-batcher';

/** One job a student: fetch, save, done. A job whose run does not run is dropped; the ledger knows who is pending. */
@Processor(SISWA_QUEUE)
export class SiswaProcessor {
  private readonly logger = new Logger(SiswaProcessor.name);

  constructor(
    private readonly gate: RunGate,
    private readonly source: PaymentSourceClient,
    private readonly batcher: WriteBatcher,
    private readonly pauser: RunPauser,
  ) {}

  @Process({ concurrency: env.SYNC_CONCURRENCY })
  async process(job: Job<SiswaJob>): Promise<void> {
    const { runId, idperson } = job.data;
    const startedAt = performance.now();
    const answer = await this.gate.pass(runId, (permit) => this.fetch(job, permit));
    if (answer === null) return;
    await this.batcher.save(runId, {
      idperson,
      answer,
      attempts: job.attemptsMade + 1,
      durationMs: Math.round(performance.now() - startedAt),
    });
  }

  /** The answer, or the error that is this student's final one; null when the job is to be dropped. */
  private async fetch(
    job: Job<SiswaJob>,
    permit: RunPermit,
  ): Promise<PaymentAnswer | PaymentSourceError | null> {
    const { runId, idperson } = job.data;
    try {
      const answer = await this.source.fetchPayments(idperson, permit);
      this.pauser.noteSuccess(idperson);
      return answer;
    } catch (error) {
      if (error instanceof RequestAbandonedError) return null;
      if (!(error instanceof PaymentSourceError)) {
        this.logger.error(error, `run ${runId}, student ${idperson}`);
        return new PaymentSourceError('unexpected_error');
      }
      if (await this.pauser.pausesRun(job, permit, error)) return null;
      if (!error.retryable || isLastTry(job)) return error;
      if (error.retryAfterMs > 0) await job.update({ ...job.data, retryAfterMs: error.retryAfterMs });
      throw error;
    }
  }
}
