import type { PauseCode } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import type { Job } from 'bull';
import type { PaymentSourceError } from '../../sisda/payment-source.errors';
import { runPaused } from '../run/run-events';
import { SyncRunEventRepository } from '../run/sync-run-event.repository';
import { SyncRunMoves } from '../run/sync-run-moves';
import { SyncRunRepository } from '../run/sync-run.repository';
import { OutageDetector } from './outage-detector';
import { RunGate, type RunPermit } from './run-gate';
import { isLastTry, type SiswaJob } from '../run/sync.queues';

const OUTAGE_PROBE_AFTER_MS = 2_000;

/** Decides whether an error is the student's own or stops the whole run, and then pauses it: this process at once. */
@Injectable()
export class RunPauser {
  constructor(
    private readonly runs: SyncRunRepository,
    private readonly moves: SyncRunMoves,
    private readonly events: SyncRunEventRepository,
    private readonly detector: OutageDetector,
    private readonly gate: RunGate,
  ) {}

  noteSuccess(idperson: string): void {
    this.detector.noteSuccess(idperson);
  }

  /** True when the error is the run's: the student is not to blame, and no try of theirs is spent. */
  async pausesRun(job: Job<SiswaJob>, permit: RunPermit, error: PaymentSourceError): Promise<boolean> {
    const { runId, idperson } = job.data;
    if (error.concernsCredentials) {
      await this.pause(runId, permit, 'credentials', error.message, null);
      return true;
    }
    if (!error.outage) return false;
    const isLast = isLastTry(job);
    if (!(await this.detector.isOutage(idperson, isLast)))
      return isLast && (await this.wasPaused(runId, permit));
    const waitMs = Math.max(OUTAGE_PROBE_AFTER_MS, error.retryAfterMs);
    await this.pause(runId, permit, 'outage', `${error.message}; dicoba lagi secara otomatis`, waitMs);
    return true;
  }

  /** The service may have come back while this was looked into: then the failure was still the outage's. */
  private async wasPaused(runId: string, { resumes }: RunPermit): Promise<boolean> {
    const run = await this.runs.find(runId);
    return run?.status !== 'running' || run.resumes !== resumes;
  }

  private async pause(
    runId: string,
    { resumes }: RunPermit,
    code: PauseCode,
    reason: string,
    resumeInMs: number | null,
  ): Promise<void> {
    this.gate.close(runId, resumes);
    try {
      const paused = await this.moves.markAsPaused(runId, resumes, code, reason, resumeInMs);
      if (paused) await this.events.add(runId, [runPaused(code, reason)]);
    } catch (error) {
      // Where the pause could not be written nobody would ever resume it.
      this.gate.reopen(runId, resumes);
      throw error;
    }
  }
}
