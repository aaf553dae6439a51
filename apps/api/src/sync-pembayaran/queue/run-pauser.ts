import { Injectable } from '@nestjs/common';
import type { PaymentSourceError } from '../source/payment-source.errors';
import { runPaused } from '../store/run-events';
import { SyncRunEventRepository } from '../store/sync-run-event.repository';
import { SyncRunRepository } from '../store/sync-run.repository';
import { OutageDetector } from './outage-detector';

export const OUTAGE_PROBE_AFTER_MS = 5_000;

/** Decides whether an error is the student's own or stops the whole run, and then pauses it. */
@Injectable()
export class RunPauser {
  constructor(
    private readonly runs: SyncRunRepository,
    private readonly events: SyncRunEventRepository,
    private readonly detector: OutageDetector,
  ) {}

  noteSuccess(idperson: string): void {
    this.detector.noteSuccess(idperson);
  }

  /** True when the error pauses the run: the student is not to blame, and no try of theirs is spent. */
  async pausesRun(runId: string, idperson: string, error: PaymentSourceError): Promise<boolean> {
    if (error.reason === 'credentials_rejected') {
      await this.pause(runId, 'credentials', error.message, null);
      return true;
    }
    if (!error.outage || !(await this.detector.isOutage(idperson))) return false;
    const waitMs = Math.max(OUTAGE_PROBE_AFTER_MS, error.retryAfterMs);
    await this.pause(runId, 'outage', `${error.message}; dicoba lagi secara otomatis`, waitMs);
    return true;
  }

  private async pause(
    runId: string,
    code: 'credentials' | 'outage',
    reason: string,
    resumeInMs: number | null,
  ) {
    const paused = await this.runs.markAsPaused(runId, code, reason, resumeInMs);
    if (paused) await this.events.add(runId, [runPaused(reason)]);
  }
}
