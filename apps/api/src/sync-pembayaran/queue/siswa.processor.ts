import { SISWA_QUEUE } from '@bantubayar/shared';
import { Process, Processor } from '@nestjs/bull';
import { Logger } from '@nestjs/common';
import type { Job } from 'bull';
import { env } from '../../config/env';
import type { SiswaResult } from '../../pembayaran/pembayaran-writer';
import { PaymentSourceClient } from '../../sisda/payment-source.client';
import { PaymentSourceError, RequestAbandonedError } from '../../sisda/payment-source.errors';
import type { PaymentAnswer, SameAnswer } from '../../sisda/sisda.reader';
import { RequestSlots, type Slot } from './request-slots';
import { RunGate, type RunPermit } from './run-gate';
import { RunPauser } from './run-pauser';
import { isLastTry, type SiswaJob } from '../run/sync.queues';
import { WriteBatcher } from './write-batcher';

/** Requests at once, and as many more as are being written or on their way from and to the queue meanwhile. */
const JOBS_IN_HAND = env.SYNC_CONCURRENCY + 250;

/** One job a student: fetch, save, done. A job whose run does not run is dropped; the ledger knows who is pending. */
@Processor(SISWA_QUEUE)
export class SiswaProcessor {
  private readonly logger = new Logger(SiswaProcessor.name);

  constructor(
    private readonly gate: RunGate,
    private readonly slots: RequestSlots,
    private readonly source: PaymentSourceClient,
    private readonly batcher: WriteBatcher,
    private readonly pauser: RunPauser,
  ) {}

  @Process({ concurrency: JOBS_IN_HAND })
  async process(job: Job<SiswaJob>): Promise<void> {
    const { runId } = job.data;
    await this.batcher.room();
    const result = await this.batcher.expect(
      this.gate.pass(runId, (permit) => this.slots.hold(permit, (slot) => this.resultOf(job, permit, slot))),
    );
    if (result !== null) await this.batcher.save(runId, result);
  }

  /** null when the job is to be dropped. */
  private async resultOf(job: Job<SiswaJob>, permit: RunPermit, slot: Slot): Promise<SiswaResult | null> {
    const startedAt = performance.now();
    const answer = await this.fetch(job, permit, slot);
    return (
      answer && {
        idperson: job.data.idperson,
        answer,
        attempts: job.attemptsMade + 1,
        durationMs: Math.round(performance.now() - startedAt),
        resumes: permit.resumes,
      }
    );
  }

  /** The answer, or the error that is this student's final one; null when the job is to be dropped. */
  private async fetch(
    job: Job<SiswaJob>,
    permit: RunPermit,
    slot: Slot,
  ): Promise<PaymentAnswer | SameAnswer | PaymentSourceError | null> {
    const { runId, idperson, hash } = job.data;
    try {
      const answer = await this.source.fetchChanged(idperson, hash, permit, slot.free);
      slot.note({ ms: answer.durationMs });
      this.pauser.noteSuccess(idperson);
      return answer;
    } catch (error) {
      if (error instanceof RequestAbandonedError) return null;
      if (!(error instanceof PaymentSourceError)) {
        this.logger.error({ err: error, runId }, `student ${idperson}`);
        return new PaymentSourceError('unexpected_error');
      }
      if (error.outage) slot.note('bad');
      if (await this.pauser.pausesRun(job, permit, error)) return null;
      if (!error.retryable || isLastTry(job)) return error;
      if (error.retryAfterMs > 0) await job.update({ ...job.data, retryAfterMs: error.retryAfterMs });
      throw error;
    }
  }
}
