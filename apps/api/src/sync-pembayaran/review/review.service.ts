import type { ReviewResultDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../common/domain-error';
import { inTransaction, type Transaction } from '../../database/transaction';
import { storedAnswer } from '../../sisda/sisda.reader';
import { PerubahanRepository, type Uang } from '../../pembayaran/perubahan.repository';
import { PembayaranRepository } from '../../pembayaran/pembayaran.repository';
import { type Kept, type ReviewFilter, ReviewRepository } from '../../pembayaran/review.repository';
import { ADD_UANG, uangParams } from '../run/run-uang.sql';

const CHUNK = 200;

class ReviewNotOpenError extends DomainError<'review_not_open'> {
  constructor(filter: ReviewFilter) {
    super(409, 'review_not_open', 'Tidak ada jawaban yang perlu ditinjau di sini', { ...filter });
  }
}

/** Answers that were kept aside because they have less than what is stored, or contradict themselves: applied or dropped, as somebody decides. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pembayaran: PembayaranRepository,
    private readonly perubahan: PerubahanRepository,
    private readonly reviews: ReviewRepository,
  ) {}

  async decide(filter: ReviewFilter, apply: boolean): Promise<ReviewResultDto> {
    let decided = 0;
    for (let chunk = CHUNK; chunk === CHUNK; decided += chunk) chunk = await this.decideChunk(filter, apply);
    if (decided === 0) throw new ReviewNotOpenError(filter);
    return { applied: apply ? decided : 0, dropped: apply ? 0 : decided };
  }

  /** Each change belongs to the run that brought its answer, and so does what was paid. */
  private async apply(tx: Transaction, kept: Kept[]): Promise<void> {
    const stored = await this.pembayaran.lockStored(
      tx,
      kept.map(({ idperson }) => idperson),
    );
    const there = kept.filter(({ idperson }) => stored.has(idperson));
    const runIds = [...new Set(there.map(({ runId }) => runId))];
    const ofRuns = new Map<string | null, Uang>();
    for (const runId of runIds) {
      const answered = there.filter((each) => each.runId === runId).map(toAnswered);
      ofRuns.set(runId, await this.perubahan.note(tx, answered, stored, runId));
    }
    await this.pembayaran.store(tx, there.map(toAnswered), stored);
    for (const [runId, uang] of ofRuns) {
      await tx.query(`UPDATE sync_run SET ${ADD_UANG} WHERE id = ?`, [...uangParams(uang), runId]);
    }
  }

  private decideChunk(filter: ReviewFilter, apply: boolean): Promise<number> {
    return inTransaction(this.dataSource, async (tx) => {
      const kept = await this.reviews.lockNext(tx, filter, CHUNK);
      if (apply) await this.apply(tx, kept);
      await this.reviews.drop(
        tx,
        kept.map(({ idperson }) => idperson),
      );
      return kept.length;
    });
  }
}

function toAnswered({ idperson, pembayaran }: Kept) {
  return { idperson, answer: storedAnswer(pembayaran) };
}
