import { failureMessage } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Transaction } from '../../database/transaction';
import type { PaymentSourceError } from '../../sisda/payment-source.errors';
import type { PaymentAnswer } from '../../sisda/sisda.reader';
import { judge, type StoredPembayaran } from '../../pembayaran/judge';
import { PembayaranChangeRepository } from '../../pembayaran/pembayaran-change.repository';
import { PembayaranRepository } from '../../pembayaran/pembayaran.repository';
import { RunCounter } from './run-counter';
import {
  type LedgerEnd,
  SyncRunSiswaRepository,
  type WrittenResult,
} from '../ledger/sync-run-siswa.repository';

/** What fetching one student came to: an answer, or the reason why there is none. */
export interface SiswaResult {
  idperson: string;
  attempts: number;
  durationMs: number;
  answer: PaymentAnswer | PaymentSourceError;
}

/** Thrown inside the transaction when the run no longer takes results: nothing of it is written. */
class RunClosedError extends Error {}

/** Writes results: payments, ledger, counters and log in one transaction, each student of a run at most once. */
@Injectable()
export class ResultWriter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pembayaran: PembayaranRepository,
    private readonly changes: PembayaranChangeRepository,
    private readonly ledger: SyncRunSiswaRepository,
    private readonly counter: RunCounter,
  ) {}

  /** Writes results of a run; those that ended before, or whose run was closed meanwhile, are dropped. */
  async writeOfRun(runId: string, results: SiswaResult[]): Promise<void> {
    try {
      await inTransaction(this.dataSource, async (tx) => {
        const idpersons = results.map(({ idperson }) => idperson);
        const pending = await this.ledger.claimPending(tx, runId, idpersons);
        const claimed = results.filter(({ idperson }) => pending.delete(idperson));
        if (claimed.length === 0) return;
        const written = await this.write(tx, claimed, runId);
        await this.ledger.end(tx, runId, written);
        const open = await this.counter.count(tx, runId, written);
        if (!open) throw new RunClosedError();
      });
    } catch (error) {
      if (!(error instanceof RunClosedError)) throw error;
    }
  }

  /** Writes the result of one student who was fetched outside any run. */
  async writeSingle(result: SiswaResult): Promise<WrittenResult> {
    const [written] = await inTransaction(this.dataSource, (tx) => this.write(tx, [result], null));
    return written!;
  }

  private async write(
    tx: Transaction,
    results: SiswaResult[],
    runId: string | null,
  ): Promise<WrittenResult[]> {
    const stored = await this.pembayaran.lockStored(
      tx,
      results.map(({ idperson }) => idperson),
    );
    const ends = results.map((result) => ({ result, end: endOf(result, stored.get(result.idperson)) }));
    const withOutcome = (outcome: LedgerEnd['outcome']) => ends.filter(({ end }) => end.outcome === outcome);
    const answered = withOutcome('updated').map(({ result }) => toAnswered(result));
    const unchanged = withOutcome('unchanged').map(({ end }) => end.idperson);
    const doubtful = withOutcome('needs_review').map(({ result, end }) => ({
      ...toAnswered(result),
      reason: end.reason!,
    }));
    await this.changes.note(tx, answered, runId);
    await this.pembayaran.store(tx, answered);
    await this.pembayaran.touch(tx, unchanged);
    await this.pembayaran.keepForReview(tx, doubtful, runId);
    await this.pembayaran.dropReviews(tx, [...answered.map(({ idperson }) => idperson), ...unchanged]);
    return ends.map(({ end }) => end);
  }
}

function toAnswered({ idperson, answer }: SiswaResult) {
  return { idperson, answer: answer as PaymentAnswer };
}

function endOf(result: SiswaResult, stored: StoredPembayaran | undefined): WrittenResult {
  const { idperson, attempts, durationMs, answer } = result;
  const dibayarBefore = stored?.dibayar ?? null;
  const end = {
    idperson,
    nama: stored?.nama ?? '',
    attempts,
    durationMs,
    dibayarBefore,
    dibayarAfter: dibayarBefore,
  };
  if (!stored || stored.left) {
    return { ...end, outcome: 'left', reason: 'left', message: failureMessage('left'), httpStatus: null };
  }
  if (answer instanceof Error) {
    const { reason, message, httpStatus } = answer;
    return { ...end, outcome: 'failed', reason, message, httpStatus };
  }
  const { outcome, reason } = judge(answer, stored);
  const applied = { ...end, outcome, reason, message: reason && failureMessage(reason), httpStatus: 200 };
  return reason ? applied : { ...applied, dibayarAfter: answer.ringkasan.dibayar };
}
