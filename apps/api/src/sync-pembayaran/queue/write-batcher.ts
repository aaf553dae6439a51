import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { isConnectionError } from '../../database/connection-error';
import { ResultWriter, type SiswaResult } from '../run/result-writer';

const BATCH_ROWS = 200;
const BATCH_CHARS = 4_000_000;
const RETRY_PAUSE_MS = 500;

interface Waiting {
  runId: string;
  result: SiswaResult;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers the results of all jobs in flight: while one transaction commits, the next one's rows collect.
 * `save` resolves after its row's commit. A database that is away is waited for.
 */
@Injectable()
export class WriteBatcher {
  private readonly logger = new Logger(WriteBatcher.name);
  private waiting: Waiting[] = [];
  private flushing = false;
  private closed = false;

  constructor(private readonly writer: ResultWriter) {}

  save(runId: string, result: SiswaResult): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ runId, result, resolve, reject });
      if (!this.flushing) {
        this.flushing = true;
        setImmediate(() => void this.flush());
      }
    });
  }

  /** From now on an unreachable database is an error, so that a process can stop. */
  close(): void {
    this.closed = true;
  }

  private async flush(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.takeBatch();
      try {
        await this.write(batch);
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

  private async write(batch: Waiting[]): Promise<void> {
    const results = batch.map(({ result }) => result);
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.writer.writeOfRun(batch[0]!.runId, results);
      } catch (error) {
        if (this.closed || !isConnectionError(error)) throw error;
        if (attempt === 1)
          this.logger.warn(`database is away, ${batch.length} results wait: ${String(error)}`);
        await sleep(RETRY_PAUSE_MS);
      }
    }
  }
}
