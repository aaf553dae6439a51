import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SharedAnswers } from '../common/shared-answers';
import { inTransaction, type Transaction } from '../database/transaction';

const CHUNK = 2_000;

/** How far the numbers go, and up to which of them the changes were thinned. */
export interface Ends {
  nomor: string;
  dibuang: string;
}

/**
 * Numbers changes in an order in which they can be read: once a number can be seen, no smaller one appears later. That is why
 * they are handed out by one at a time, and only for what is committed; an id is taken before that, and so in any order.
 */
@Injectable()
export class ChangeNumbers {
  private readonly turns = new SharedAnswers<boolean>();

  constructor(private readonly dataSource: DataSource) {}

  /** Numbers all that is committed and has no number yet; what somebody else is at is left to them. */
  async handOut(): Promise<void> {
    while (await this.handOutSome());
  }

  /** Numbers of that no more than it takes until more than so many stand behind a number; null is the last that was thinned. */
  async handOutBehind(nomor: string | null, count: number): Promise<void> {
    while (await this.handOutSome()) {
      const ends = await this.ends();
      if (BigInt(ends.nomor) - BigInt(nomor ?? ends.dibuang) > count) return;
    }
  }

  /** Numbers some of it; whether there may be more. Who asks at the same time in this process is answered together. */
  handOutSome(): Promise<boolean> {
    return this.turns.ask(
      '',
      async () => (await this.isOneWithout()) && (await this.handOutNext()) === CHUNK,
    );
  }

  async ends(): Promise<Ends> {
    const [row] = await this.dataSource.query<Ends[]>('SELECT nomor, dibuang FROM umpan WHERE id = 1');
    return { nomor: String(row!.nomor), dibuang: String(row!.dibuang) };
  }

  /** The same, with nobody handing out or thinning until the transaction ends; null while somebody does. */
  async lockEnds(tx: Transaction): Promise<Ends | null> {
    const [row] = await tx.query<Ends[]>(
      'SELECT nomor, dibuang FROM umpan WHERE id = 1 FOR UPDATE SKIP LOCKED',
    );
    return row ?? null;
  }

  private async isOneWithout(): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'SELECT 1 FROM pembayaran_change WHERE nomor IS NULL LIMIT 1',
    );
    return rows.length > 0;
  }

  /** By their ids: of two changes of which one had to wait for the other, the later one has the larger id. */
  private handOutNext(): Promise<number> {
    return inTransaction(this.dataSource, async (tx) => {
      const ends = await this.lockEnds(tx);
      if (!ends) return 0;
      const rows = await tx.query<{ id: string }[]>(
        'SELECT id FROM pembayaran_change WHERE nomor IS NULL ORDER BY id LIMIT ?',
        [CHUNK],
      );
      if (rows.length === 0) return 0;
      await tx.query(
        `UPDATE pembayaran_change JOIN (
           SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS n FROM pembayaran_change WHERE id IN (?)
         ) AS given USING (id) SET nomor = ? + given.n`,
        [rows.map(({ id }) => id), ends.nomor],
      );
      await tx.query('UPDATE umpan SET nomor = nomor + ? WHERE id = 1', [rows.length]);
      return rows.length;
    });
  }
}
