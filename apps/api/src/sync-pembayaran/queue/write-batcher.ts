import { Injectable } from '@nestjs/common';
import { Turns } from '../../common/turns';
import type { SiswaResult } from '../../pembayaran/pembayaran-writer';
import { ResultSaver } from './result-saver';

const BATCH_ROWS = 200;
const BATCH_CHARS = 4_000_000;
/** Transactions under way: a single one would wait for the disk, and for its turn between the requests, again and again. */
const AT_ONCE = 3;
/** Fewer rows than these are not worth a transaction, unless no more are on their way, or come, for so long. */
const WORTH_ROWS = 100;
const LONGEST_WAIT_MS = 150;
/** So many are told in one go that they are written: each of them ends a job and begins another. */
const TOLD_AT_ONCE = 10;
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
  private expected = 0;
  private writing = 0;
  private soon: NodeJS.Immediate | null = null;
  private late: NodeJS.Timeout | null = null;
  private heldChars = 0;
  private hasRoom: (() => void)[] = [];
  private readonly turns = new Turns();

  constructor(private readonly saver: ResultSaver) {}

  /** Resolves once so little waits to be written that another answer may be asked for. */
  async room(): Promise<void> {
    while (this.heldChars > MOST_HELD_CHARS) await new Promise<void>((resolve) => this.hasRoom.push(resolve));
  }

  /** As long as one may come, those that wait are given a moment; after the last one nothing is waited for. */
  async expect<T>(result: Promise<T>): Promise<T> {
    this.expected++;
    try {
      return await result;
    } finally {
      this.expected--;
      this.beginSoon();
    }
  }

  save(runId: string, result: SiswaResult): Promise<void> {
    this.heldChars += charsOf(result);
    return new Promise((resolve, reject) => {
      this.waiting.push({ runId, result, resolve, reject });
      this.beginSoon();
    });
  }

  private beginSoon(): void {
    this.soon ??= setImmediate(() => {
      this.soon = null;
      this.begin();
    });
  }

  /** Begins as many transactions as are worth it; what is not waits a moment for more. */
  private begin(): void {
    const worth = this.expected === 0 ? 1 : WORTH_ROWS;
    while (this.waiting.length >= worth && this.writing < AT_ONCE) void this.write(this.takeBatch());
    if (this.waiting.length === 0 || this.writing > 0) return;
    this.late ??= setTimeout(() => {
      this.late = null;
      if (this.waiting.length > 0 && this.writing === 0) void this.write(this.takeBatch());
    }, LONGEST_WAIT_MS);
  }

  private async write(batch: Waiting[]): Promise<void> {
    this.writing++;
    const error = await this.errorOf(batch);
    this.writing--;
    this.heldChars -= batch.reduce((sum, { result }) => sum + charsOf(result), 0);
    for (const wake of this.hasRoom.splice(0)) wake();
    this.begin();
    for (let from = 0; from < batch.length; from += TOLD_AT_ONCE) {
      if (from > 0) await this.turns.next();
      for (const { resolve, reject } of batch.slice(from, from + TOLD_AT_ONCE))
        if (error === null) resolve();
        else reject(error);
    }
  }

  /** null once they are written; else why they are not. */
  private async errorOf(batch: Waiting[]): Promise<unknown> {
    try {
      await this.saver.save(
        batch[0]!.runId,
        batch.map(({ result }) => result),
      );
      return null;
    } catch (error) {
      return error;
    }
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
