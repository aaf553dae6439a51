import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { refuseDiffering, ROSTER_FIELDS, type RosterRow } from '../sisda/sisda-roster.reader';

const ROWS_AT_ONCE = 500;
const DROPPED_AT_ONCE = 10_000;
const DAY_MS = 86_400_000;
/** Of one moment there may be several. */
const IDS_A_MS = 1_000;

type NumberedRow = RosterRow & { nomor: number };

/** Where a roster waits as a whole until it is applied: of any size, and out of everybody's sight. */
@Injectable()
export class RosterStage {
  constructor(private readonly dataSource: DataSource) {}

  /** Puts a roster there, lets `work` have it by its number, and takes it away again. */
  async hold<T>(
    roster: Iterable<RosterRow> | AsyncIterable<RosterRow>,
    work: (bacaan: number) => Promise<T>,
  ): Promise<T> {
    const bacaan = Date.now() * IDS_A_MS + randomInt(IDS_A_MS);
    // What a process that was killed has left.
    await this.drop('bacaan > 0 AND bacaan < ?', (Date.now() - DAY_MS) * IDS_A_MS);
    try {
      await this.put(bacaan, roster);
      await this.mergeSame(bacaan);
      return await work(bacaan);
    } finally {
      await this.drop('bacaan = ?', bacaan);
    }
  }

  private async put(bacaan: number, roster: Iterable<RosterRow> | AsyncIterable<RosterRow>): Promise<void> {
    let [rows, nomor] = [[] as unknown[][], 0];
    const flush = async () => {
      if (rows.length === 0) return;
      const columns = ['bacaan', 'nomor', 'idperson', ...ROSTER_FIELDS].join(', ');
      await this.dataSource.query(`INSERT INTO siswa_baru (${columns}) VALUES ?`, [rows]);
      rows = [];
    };
    for await (const row of roster) {
      rows.push([bacaan, ++nomor, row.idperson, ...ROSTER_FIELDS.map((field) => row[field])]);
      if (rows.length === ROWS_AT_ONCE) await flush();
    }
    await flush();
  }

  /** Of the same row twice one is kept; two different ones of a student are refused. */
  private async mergeSame(bacaan: number): Promise<void> {
    for (let after = '0'; ;) {
      const [twice] = await this.dataSource.query<{ idperson: string }[]>(
        `SELECT idperson FROM siswa_baru WHERE bacaan = ? AND idperson > ?
         GROUP BY idperson HAVING COUNT(*) > 1 ORDER BY idperson LIMIT 1`,
        [bacaan, after],
      );
      if (!twice) return;
      after = String(twice.idperson);
      const rows = await this.dataSource.query<NumberedRow[]>(
        'SELECT * FROM siswa_baru WHERE bacaan = ? AND idperson = ? ORDER BY nomor',
        [bacaan, after],
      );
      const [first, ...others] = rows.map((row) => ({ ...row, idperson: after }));
      for (const other of others) refuseDiffering(first!, other, other.nomor);
      await this.dataSource.query('DELETE FROM siswa_baru WHERE bacaan = ? AND idperson = ? AND nomor > ?', [
        ...[bacaan, after, first!.nomor],
      ]);
    }
  }

  private async drop(which: string, value: number): Promise<void> {
    for (let dropped = DROPPED_AT_ONCE; dropped === DROPPED_AT_ONCE;) {
      const { affectedRows } = await this.dataSource.query<{ affectedRows: number }>(
        `DELETE FROM siswa_baru WHERE ${which} LIMIT ?`,
        [value, DROPPED_AT_ONCE],
      );
      dropped = affectedRows;
    }
  }
}
