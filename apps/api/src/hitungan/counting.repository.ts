import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JSON_UNTOUCHED } from '../database/json-untouched';
import { inTransaction, type Transaction } from '../database/transaction';
import type { BillCounts } from './bill-counts';
import { CountedBillsRepository } from './counted-bills.repository';
import type { Sisi } from './counted-groups';
import {
  asCounted,
  lacking,
  markCounted,
  MOST_UNCOUNTED,
  type Seldom,
  SELDOM_CHANGED,
  SELDOM_NAMES,
  SUM_COLUMNS,
  uncounted,
} from './hitungan.sql';
import { NumbersRepository } from './numbers.repository';
import { WordsRepository } from './words.repository';

const AT_ONCE = 1_000;
const FAR_BEHIND = MOST_UNCOUNTED / 2;
const KEY = `UNHEX(SHA1(CONCAT_WS('|', jenis, COALESCE(HEX(nama), '-'), COALESCE(HEX(bagian), '-'))))`;

/** Brings the sums up to what stands on the rows of students. */
@Injectable()
export class CountingRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bills: CountedBillsRepository,
    private readonly words: WordsRepository,
    private readonly numbers: NumbersRepository,
  ) {}

  /** Counts the next students anew; answers how many, none also where somebody else is at it. */
  async count(): Promise<number> {
    const anybody = await this.dataSource.query<unknown[]>(uncounted('UTC_TIMESTAMP(3)', 1));
    if (anybody.length === 0) return 0;
    return inTransaction(this.dataSource, async (tx) => {
      const now = await this.takeTurn(tx);
      if (now === null) return 0;
      const idpersons = await this.lockNext(tx, now);
      if (idpersons.length > 0) {
        const { left, nama, phone, ...moved } = await this.seldomChanged(tx, idpersons);
        await this.noteSums(tx, { lembaga: idpersons, ...moved }, now);
        await this.noteBills(tx, idpersons);
        await this.words.note(tx, nama);
        await this.numbers.note(tx, phone);
        await this.noteCounted(tx, idpersons, now);
        await this.forget(tx, left);
        await this.dropEmpty(tx);
      }
      return idpersons.length;
    });
  }

  /** Whether it would soon be too many for those who read the sums. */
  async isFarBehind(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ n: string }[]>(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM siswa WHERE belum_terhitung = 1 LIMIT ${FAR_BEHIND}) AS siswa`,
    );
    return Number(row!.n) === FAR_BEHIND;
  }

  /** One at a time, so that sums are never waited for while rows are locked; the moment as SQL, null where it is somebody else's. */
  private async takeTurn(tx: Transaction): Promise<string | null> {
    const [row] = await tx.query<{ moment: string }[]>(
      `SELECT CAST(UTC_TIMESTAMP(3) AS CHAR) AS moment FROM hitungan_siswa
       WHERE kunci = CAST('' AS BINARY(20)) FOR UPDATE SKIP LOCKED`,
    );
    return row ? `CAST('${row.moment}' AS DATETIME(3))` : null;
  }

  /** Nobody is waited for: who is being written is counted the next time. */
  private async lockNext(tx: Transaction, now: string): Promise<string[]> {
    const next = await tx.query<{ idperson: string }[]>(uncounted(now, AT_ONCE));
    if (next.length === 0) return [];
    const rows = await tx.query<{ idperson: string }[]>(
      'SELECT idperson FROM siswa WHERE idperson IN (?) ORDER BY idperson FOR UPDATE SKIP LOCKED',
      [next.map(({ idperson }) => idperson)],
    );
    return rows.map(({ idperson }) => idperson);
  }

  /** Of whom what hardly ever changes is not as it was noted. */
  private async seldomChanged(
    tx: Transaction,
    idpersons: readonly string[],
  ): Promise<Record<Seldom, string[]>> {
    const rows = await tx.query<({ idperson: string } & Record<string, string>)[]>(SELDOM_CHANGED, [
      idpersons,
    ]);
    const those = (name: Seldom) =>
      rows.filter((row) => Number(row[`${name}_`]) === 1).map(({ idperson }) => idperson);
    return Object.fromEntries(SELDOM_NAMES.map((name) => [name, those(name)])) as Record<Seldom, string[]>;
  }

  /** Only of those students whose groups of a side, or what is summed up there, may have changed. */
  private async noteSums(
    tx: Transaction,
    siswa: Record<Sisi, readonly string[]>,
    now: string,
  ): Promise<void> {
    const sides = (Object.keys(siswa) as Sisi[]).filter((sisi) => siswa[sisi].length > 0);
    const lack = sides.map((sisi) => lacking(sisi, 'SELECT idperson FROM siswa WHERE idperson IN (?)', now));
    await tx.query(
      `INSERT INTO hitungan_siswa (kunci, jenis, nama, bagian, ${SUM_COLUMNS.join(', ')})
       SELECT ${KEY} AS kunci, jenis, MIN(nama), MIN(bagian), ${SUM_COLUMNS.map((sum) => `SUM(${sum})`).join(', ')}
       FROM (${lack.join(' UNION ALL ')}) AS kurang GROUP BY kunci, jenis
       ON DUPLICATE KEY UPDATE ${SUM_COLUMNS.map((sum) => `${sum} = hitungan_siswa.${sum} + VALUES(${sum})`).join(', ')}`,
      sides.map((sisi) => siswa[sisi]),
    );
  }

  private async noteCounted(tx: Transaction, idpersons: readonly string[], now: string): Promise<void> {
    const counted = asCounted(now);
    const columns = Object.keys(counted);
    await tx.query(
      `INSERT INTO siswa_terhitung (${columns.join(', ')})
       SELECT ${Object.values(counted).join(', ')} FROM siswa WHERE idperson IN (?) AND left_at IS NULL
       ON DUPLICATE KEY UPDATE ${columns.map((column) => `${column} = VALUES(${column})`).join(', ')}`,
      [idpersons],
    );
    await tx.query(`${JSON_UNTOUCHED} UPDATE siswa SET ${markCounted(now)} WHERE idperson IN (?)`, [
      idpersons,
    ]);
  }

  private async forget(tx: Transaction, left: readonly string[]): Promise<void> {
    if (left.length > 0) await tx.query('DELETE FROM siswa_terhitung WHERE idperson IN (?)', [left]);
  }

  private async noteBills(tx: Transaction, idpersons: readonly string[]): Promise<void> {
    const counts: BillCounts = new Map();
    const counted = await this.bills.addLacking(tx, counts, idpersons);
    await this.bills.note(tx, counts);
    await this.bills.noteCounted(tx, counted);
  }

  private async dropEmpty(tx: Transaction): Promise<void> {
    await tx.query("DELETE FROM hitungan_siswa WHERE total = 0 AND jenis <> 'giliran'");
    await tx.query('DELETE FROM hitungan_tagihan WHERE siswa = 0 AND bills = 0');
  }
}
