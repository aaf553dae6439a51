import { Injectable } from '@nestjs/common';
import type { SiswaResult } from '../../pembayaran/pembayaran-writer';
import { ResultSaver } from './result-saver';

const BATCH_ROWS = 200;
const BATCH_CHARS = 4_000_000;

interface Waiting {
  runId: string;
  result: SiswaResult;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers the results of all jobs in flight: while one transaction commits, the next one's rows collect.
 * `save` resolves after its row's commit.
 */
@Injectable()
export class WriteBatcher {
  private waiting: Waiting[] = [];
  private flushing = false;

  constructor(private readonly saver: ResultSaver) {}

  save(runId: string, result: SiswaResult): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ runId, result, resolve, reject });
      if (!this.flushing) {
        this.flushing = true;
        setImmediate(() => void this.flush());
      }
    });
  }

  private async flush(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.takeBatch();
      try {
        await this.saver.save(
          batch[0]!.runId,
          batch.map(({ result }) => result),
        );
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.flushing = false;
  }

  /** The next rows of one run, bounded in number and size. */
  private takeBatch(): Waiting[] {
    const { runId } = this.waiting[0]!;
    const batch: Waiting[] = [];
    let chars = 0;
    for (const candidate of this.waiting) {
      const { answer } = candidate.result;
      chars += answer instanceof Error ? 0 : answer.pembayaran.length;
      const isFull = batch.length === BATCH_ROWS || (batch.length > 0 && chars > BATCH_CHARS);
      if (candidate.runId !== runId || isFull) break;
      batch.push(candidate);
    }
    this.waiting = this.waiting.slice(batch.length);
    return batch;
  }
}
