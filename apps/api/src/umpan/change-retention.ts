import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { env } from '../config/env';
import { inTransaction } from '../database/transaction';
import { ChangeNumbers } from './change-numbers';

const LOOK_EVERY_MS = 600_000;
const CHUNK = 5_000;

/**
 * Thins the feed by number, a chunk a call: changes of long ago are not told any more, and go unless they are part of the
 * history of payments.
 */
@Injectable()
export class ChangeRetention {
  private nextLook = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly numbers: ChangeNumbers,
  ) {}

  /** Looks for old changes every ten minutes, and while there are many, or many without a number, takes some of them at each call. */
  async thinSome(days = env.PERUBAHAN_RETENTION_DAYS): Promise<void> {
    if (days === 0 || performance.now() < this.nextLook) return;
    if (await this.numbers.handOutSome()) return;
    if ((await this.thin(days)) < CHUNK) this.nextLook = performance.now() + LOOK_EVERY_MS;
  }

  private thin(days: number): Promise<number> {
    return inTransaction(this.dataSource, async (tx) => {
      const ends = await this.numbers.lockEnds(tx);
      if (!ends) return 0;
      const rows = await tx.query<{ nomor: string; isOld: string }[]>(
        `SELECT nomor, at < UTC_TIMESTAMP(3) - INTERVAL ? DAY AS isOld FROM pembayaran_change
         WHERE nomor > ? ORDER BY nomor LIMIT ?`,
        [days, ends.dibuang, CHUNK],
      );
      const firstKept = rows.findIndex(({ isOld }) => Number(isOld) === 0);
      const old = firstKept === -1 ? rows : rows.slice(0, firstKept);
      if (old.length === 0) return 0;
      const last = old.at(-1)!.nomor;
      await tx.query('UPDATE umpan SET dibuang = ? WHERE id = 1', [last]);
      await tx.query(
        "DELETE FROM pembayaran_change WHERE nomor > ? AND nomor <= ? AND jenis <> 'pembayaran'",
        [ends.dibuang, last],
      );
      return old.length;
    });
  }
}
