import { Injectable } from '@nestjs/common';
import type { SiswaResult } from '../../pembayaran/pembayaran-writer';
import { ResultSaver } from './result-saver';

const BATCH_ROWS = 200;
const BATCH_CHARS = 4_000_000;
/** Transactions under way: a single one would wait for the disk, and for its turn between the requests, again and again. */
const AT_ONCE = 3;
const WORTH_ANOTHER = 40;
/** More than this is not kept in memory: answers of some kilobytes never come to it, answers of megabytes do. */
const MOST_HELD_CHARS = 32_000_000;

interface Waiting {
  runId: string;
  result: SiswaResult;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers the results of all jobs in flight: while some transactions are under way, the next one's rows collect.
 * `save` resolves after its row's commit.
 */
@Injectable()
export class WriteBatcher {
  private waiting: Waiting[] = [];
  private writing = 0;
  private isDue = false;
  private heldChars = 0;
  private hasRoom: (() => void)[] = [];

  constructor(private readonly saver: ResultSaver) {}

  /** Resolves once so little waits to be written that another answer may be asked for. */
  async room(): Promise<void> {
    while (this.heldChars > MOST_HELD_CHARS) await new Promise<void>((resolve) => this.hasRoom.push(resolve));
  }

  save(runId: string, result: SiswaResult): Promise<void> {
    this.heldChars += charsOf(result);
    return new Promise((resolve, reject) => {
      this.waiting.push({ runId, result, resolve, reject });
      if (this.isDue) return;
      this.isDue = true;
      setImmediate(() => {
        this.isDue = false;
        this.begin();
      });
    });
  }

  /** Begins as many transactions as are worth it: one always, further ones only for many rows. */
  private begin(): void {
    const enough = () => (this.writing === 0 ? 1 : this.writing < AT_ONCE ? WORTH_ANOTHER : Infinity);
    while (this.waiting.length >= enough()) void this.write(this.takeBatch());
  }

  private async write(batch: Waiting[]): Promise<void> {
    this.writing++;
    try {
      await this.saver.save(
        batch[0]!.runId,
        batch.map(({ result }) => result),
      );
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    this.writing--;
    this.heldChars -= batch.reduce((sum, { result }) => sum + charsOf(result), 0);
    for (const wake of this.hasRoom.splice(0)) wake();
    this.begin();
  }

  /** The next rows of one run, bounded in number and size. */
  private takeBatch(): Waiting[] {
    const { runId } = this.waiting[0]!;
    const batch: Waiting[] = [];
    let chars = 0;
    for (const candidate of this.waiting) {
      chars += charsOf(candidate.result);
      const isFull = batch.length === BATCH_ROWS || (batch.length > 0 && chars > BATCH_CHARS);
      if (candidate.runId !== runId || isFull) break;
      batch.push(candidate);
    }
    this.waiting = this.waiting.slice(batch.length);
    return batch;
  }
}

const charsOf = ({ answer }: SiswaResult) => (answer instanceof Error ? 0 : answer.pembayaran.length);
