import type { Day } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { insertRows } from '../database/insert-rows';
import type { Transaction } from '../database/transaction';
import { addBills, type BillCounts, type BillGroup, grouped } from './bill-counts';

type Query = Pick<Transaction, 'query'>;

interface Uncounted {
  idperson: string;
  dari: Buffer | null;
  isPresent: string;
  counted: string | null;
}

/** A student with the answer whose unpaid bills are counted, and these. */
type CountedBills = [idperson: string, dari: Buffer | null, terbuka: string];

/** The sums of unpaid bills, by category and day. */
@Injectable()
export class CountedBillsRepository {
  async read(db: Query): Promise<BillCounts> {
    const rows = await db.query<{ kunci: Buffer; siswa: string; bills: string; jumlah: string }[]>(
      'SELECT kunci, siswa, bills, jumlah FROM hitungan_tagihan',
    );
    const counts: BillCounts = new Map();
    for (const { kunci, siswa, bills, jumlah } of rows)
      counts.set(kunci.toString(), { siswa: Number(siswa), bills: Number(bills), jumlah: BigInt(jumlah) });
    return counts;
  }

  /** Adds to `counts` what they lack of these students; answers as what each of them is counted then. */
  async addLacking(db: Query, counts: BillCounts, idpersons: readonly string[]): Promise<CountedBills[]> {
    if (idpersons.length === 0) return [];
    const uncounted = await db.query<Uncounted[]>(
      `SELECT siswa.idperson, siswa.figures_of AS dari, siswa.left_at IS NULL AS isPresent, was.terbuka AS counted
       FROM siswa LEFT JOIN tagihan_terhitung AS was ON was.idperson = siswa.idperson
       WHERE siswa.idperson IN (?) AND NOT (IF(siswa.left_at IS NULL, siswa.figures_of, NULL) <=> was.dari)`,
      [idpersons],
    );
    const present = uncounted.filter(({ isPresent }) => Number(isPresent) === 1);
    const bills = await this.billsOf(
      db,
      present.map(({ idperson }) => idperson),
    );
    return uncounted.map(({ idperson, dari, counted, isPresent }) => {
      const groups = bills.get(String(idperson)) ?? [];
      if (counted !== null) addBills(counts, JSON.parse(counted) as BillGroup[], -1);
      addBills(counts, groups, 1);
      return [idperson, Number(isPresent) === 1 ? dari : null, JSON.stringify(groups)];
    });
  }

  /** Notes in the sums what `counts` adds to them. */
  async note(tx: Transaction, counts: BillCounts): Promise<void> {
    const rows = [...counts]
      .filter(([, { siswa, bills, jumlah }]) => siswa !== 0 || bills !== 0 || jumlah !== 0n)
      .map(([kunci, { siswa, bills, jumlah }]) => [Buffer.from(kunci), siswa, bills, String(jumlah)]);
    await insertRows(
      tx,
      'hitungan_tagihan (kunci, siswa, bills, jumlah)',
      rows,
      `ON DUPLICATE KEY UPDATE siswa = siswa + VALUES(siswa), bills = bills + VALUES(bills),
         jumlah = jumlah + VALUES(jumlah)`,
    );
  }

  /** Notes as what students are counted. */
  async noteCounted(tx: Transaction, counted: readonly CountedBills[]): Promise<void> {
    if (counted.length > 0)
      await tx.query('REPLACE INTO tagihan_terhitung (idperson, dari, terbuka) VALUES ?', [counted]);
  }

  private async billsOf(db: Query, idpersons: readonly string[]): Promise<Map<string, BillGroup[]>> {
    const all = new Map<string, BillGroup[]>();
    if (idpersons.length === 0) return all;
    // Grouped here, in half the time; a server that does not know yet how many bills there are would read all of them.
    const rows = await db.query<
      { idperson: string; kategori: string | null; hari: Day | null; sisa: string }[]
    >(
      `SELECT idperson, kategori, CAST(jatuh_tempo AS CHAR) AS hari, tagihan - dibayar AS sisa
       FROM tagihan_terbuka FORCE INDEX (PRIMARY) WHERE idperson IN (?)`,
      [idpersons],
    );
    for (const { idperson, kategori, hari, sisa } of rows) {
      const bills = all.get(String(idperson)) ?? [];
      bills.push([kategori, hari, 1, Number(sisa)]);
      all.set(String(idperson), bills);
    }
    return new Map([...all].map(([idperson, bills]) => [idperson, grouped(bills)]));
  }
}
