import { Injectable } from '@nestjs/common';
import { portions } from '../database/few-sizes';
import type { Transaction } from '../database/transaction';
import type { Answered } from './pembayaran.repository';

/** Kept answers of one run, or of one student. */
export type ReviewFilter = { runId: string; idperson?: undefined } | { idperson: string; runId?: undefined };

export interface Kept {
  idperson: string;
  /** The run that brought it; null when the student was fetched alone. */
  runId: string | null;
  /** The service's `data`, to the letter. */
  pembayaran: string;
}

/** Answers that are kept aside until somebody decides. */
@Injectable()
export class ReviewRepository {
  /** A later answer of a student takes the place of the former. */
  async keep(
    tx: Transaction,
    answered: (Answered & { reason: string })[],
    runId: string | null,
  ): Promise<void> {
    for (const portion of portions(answered)) {
      await tx.execute(
        `REPLACE INTO pembayaran_review (idperson, run_id, reason, pembayaran, received_at)
         VALUES ${portion.map(() => '(?, ?, ?, ?, UTC_TIMESTAMP(3))').join(', ')}`,
        portion.flatMap(({ idperson, reason, answer }) => [idperson, runId, reason, answer.pembayaran]),
      );
    }
  }

  /** The next kept answers that somebody decides on, locked until the transaction ends. */
  async lockNext(tx: Transaction, { runId, idperson }: ReviewFilter, limit: number): Promise<Kept[]> {
    return tx.query<Kept[]>(
      `SELECT idperson, run_id AS runId, pembayaran FROM pembayaran_review
       WHERE ${runId === undefined ? 'idperson' : 'run_id'} = ? ORDER BY idperson LIMIT ? FOR UPDATE`,
      [runId ?? idperson, limit],
    );
  }

  /** A good answer settles what waited for review. */
  async drop(tx: Transaction, idpersons: string[]): Promise<void> {
    if (idpersons.length === 0) return;
    await tx.query('DELETE FROM pembayaran_review WHERE idperson IN (?)', [idpersons]);
  }
}
