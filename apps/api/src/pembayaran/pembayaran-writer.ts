import { failureMessage } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction';
import type { PaymentSourceError } from '../sisda/payment-source.errors';
import { isSame, type PaymentAnswer, type SameAnswer } from '../sisda/sisda.reader';
import { judge, type StoredPembayaran, type Verdict } from './judge';
import { PerubahanRepository, type Uang } from './perubahan.repository';
import { PembayaranRepository } from './pembayaran.repository';
import { ReviewRepository } from './review.repository';

/** Of an answer that could be read. */
export const ANSWERED = 200;

/** What fetching one student came to: an answer, or the reason why there is none. */
export interface SiswaResult {
  idperson: string;
  attempts: number;
  durationMs: number;
  answer: PaymentAnswer | SameAnswer | PaymentSourceError;
  /** How often its run had been resumed when it was asked for. */
  resumes?: number;
}

/** What became of a result. */
export interface WrittenResult {
  idperson: string;
  nama: string;
  outcome: Verdict['outcome'] | 'failed' | 'left';
  reason: PaymentSourceError['reason'] | null;
  message: string | null;
  httpStatus: number | null;
  attempts: number;
  durationMs: number;
  dibayarBefore: number | null;
  dibayarAfter: number | null;
}

/** Writes what was fetched of students: payments, what changed of them, answers kept for review. */
@Injectable()
export class PembayaranWriter {
  constructor(
    private readonly pembayaran: PembayaranRepository,
    private readonly perubahan: PerubahanRepository,
    private readonly reviews: ReviewRepository,
  ) {}

  lockStored(tx: Transaction, results: readonly SiswaResult[]): Promise<Map<string, StoredPembayaran>> {
    return this.pembayaran.lockStored(
      tx,
      results.map(({ idperson }) => idperson),
    );
  }

  /** Within a transaction that has locked what is `stored`. */
  async write(
    tx: Transaction,
    results: readonly SiswaResult[],
    stored: Map<string, StoredPembayaran>,
    runId: string | null,
  ): Promise<{ written: WrittenResult[]; uang: Uang }> {
    const ends = results.map((result) => ({ result, end: endOf(result, stored.get(result.idperson)) }));
    const withOutcome = (outcome: WrittenResult['outcome']) =>
      ends.filter(({ end }) => end.outcome === outcome);
    const answered = withOutcome('updated').map(({ result }) => toAnswered(result));
    const unchanged = withOutcome('unchanged').map(({ end }) => end.idperson);
    const doubtful = withOutcome('needs_review').map(({ result, end }) => ({
      ...toAnswered(result),
      reason: end.reason!,
    }));
    const uang = await this.perubahan.note(tx, answered, stored, runId);
    await this.pembayaran.store(tx, answered, stored);
    await this.pembayaran.touch(tx, unchanged);
    await this.reviews.keep(tx, doubtful, runId);
    await this.reviews.drop(tx, [...answered.map(({ idperson }) => idperson), ...unchanged]);
    const written = ends.map(({ end }) => end);
    await this.noteReasons(tx, written, stored);
    return { written, uang };
  }

  private async noteReasons(
    tx: Transaction,
    written: WrittenResult[],
    stored: Map<string, StoredPembayaran>,
  ): Promise<void> {
    const news = written.filter(({ idperson, reason, outcome }) => {
      return reason && outcome !== 'left' && stored.get(idperson)?.lastReason !== reason;
    });
    for (const reason of new Set(news.map((end) => end.reason!))) {
      const idpersons = news.filter((end) => end.reason === reason).map(({ idperson }) => idperson);
      await this.pembayaran.noteReason(tx, idpersons, reason);
    }
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
  const applied = {
    ...end,
    outcome,
    reason,
    message: reason && failureMessage(reason),
    httpStatus: ANSWERED,
  };
  return reason || isSame(answer) ? applied : { ...applied, dibayarAfter: answer.ringkasan.dibayar };
}
