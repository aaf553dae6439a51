import type { Day } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { todaySql } from '../common/school-day';
import { padded } from '../database/few-sizes';
import { JSON_UNTOUCHED } from '../database/json-untouched';
import type { Transaction } from '../database/transaction';
import type { PaymentAnswer } from '../sisda/sisda.reader';
import type { StoredPembayaran } from './judge';
import { COLUMNS, valueOf, valuesOf } from './pembayaran-columns';
import { joinedUpdate } from './siswa-update.sql';
import { TagihanTerbukaRepository } from './tagihan-terbuka.repository';

export interface Answered {
  idperson: string;
  answer: PaymentAnswer;
}

/** What is stored, by idperson. */
export type Stored = Map<string, StoredPembayaran>;

/**
 * Payments on the rows of siswa. Only rows that are there are changed: nobody deleted meanwhile comes back.
 */
@Injectable()
export class PembayaranRepository {
  constructor(private readonly terbuka: TagihanTerbukaRepository) {}

  /** What is stored of these students, locked until the transaction ends; who is not there is missing. */
  async lockStored(tx: Transaction, idpersons: string[]): Promise<Stored> {
    if (idpersons.length === 0) return new Map();
    const rows = await tx.query<StoredRow[]>(
      `SELECT idperson, nama, left_at, content_hash, dibayar, jumlah_periode, last_reason,
         tunggakan <> 0 OR belum_jatuh_tempo <> 0 OR lebih_bayar <> 0 AS is_off,
         CAST(${todaySql()} AS CHAR) AS today
       FROM siswa WHERE idperson IN (?) ORDER BY idperson FOR UPDATE`,
      [idpersons],
    );
    return new Map(rows.map((row) => [String(row.idperson), toStored(row)]));
  }

  /** Stores changed payments with their derived figures and unpaid bills, of students of whom is locked what is `stored`. */
  async store(tx: Transaction, answered: Answered[], stored: Stored): Promise<void> {
    const isLong = ({ answer }: Answered) => Buffer.byteLength(answer.pembayaran) > LONGEST_JOINED_BYTES;
    for (const each of answered.filter(isLong)) await this.storeOne(tx, each, stored);
    await this.storeJoined(
      tx,
      answered.filter((each) => !isLong(each)),
      stored,
    );
    const idpersons = answered.map(({ idperson }) => idperson);
    await this.terbuka.put(
      tx,
      answered.map(({ idperson, answer: { terbuka } }) => ({ idperson, terbuka })),
      idpersons.filter((idperson) => stored.get(idperson)?.hash !== null),
    );
  }

  private async storeJoined(tx: Transaction, answered: Answered[], stored: Stored): Promise<void> {
    if (answered.length === 0) return;
    const rows = padded(
      answered.map((each) => [each.idperson, ...valuesOf(each.answer, stored.get(each.idperson)!)]),
    );
    await tx.execute(`${joinedUpdate(COLUMNS, rows.length, valueOf)}, ${APPLIED}`, rows.flat());
  }

  private async storeOne(tx: Transaction, answered: Answered, stored: Stored): Promise<void> {
    await tx.execute(
      `UPDATE siswa SET ${COLUMNS.map((column) => `${column} = ${valueOf(column, '?')}`).join(', ')}, ${APPLIED}
       WHERE idperson = ?`,
      [...valuesOf(answered.answer, stored.get(answered.idperson)!), answered.idperson],
    );
  }

  /** Notes that these students were fetched and are as stored; their payments are not written. */
  async touch(tx: Transaction, idpersons: string[]): Promise<void> {
    if (idpersons.length === 0) return;
    await tx.query(
      `${JSON_UNTOUCHED} UPDATE siswa SET fetched_at = UTC_TIMESTAMP(3), last_reason = NULL WHERE idperson IN (?)`,
      [idpersons],
    );
  }

  /** Notes why the answers of these students were not applied. */
  async noteReason(tx: Transaction, idpersons: string[], reason: string): Promise<void> {
    await tx.query(`${JSON_UNTOUCHED} UPDATE siswa SET last_reason = ? WHERE idperson IN (?)`, [
      reason,
      idpersons,
    ]);
  }
}

/** A text that stands in a derived table is cropped by MariaDB at 65,535 bytes. */
const LONGEST_JOINED_BYTES = 60_000;

const APPLIED =
  'siswa.fetched_at = UTC_TIMESTAMP(3), siswa.changed_at = UTC_TIMESTAMP(3), siswa.last_reason = NULL';

interface StoredRow {
  idperson: string;
  nama: string;
  left_at: Date | null;
  content_hash: Buffer | null;
  dibayar: string | null;
  jumlah_periode: number | null;
  last_reason: string | null;
  is_off: number | null;
  today: Day;
}

function toStored(row: StoredRow): StoredPembayaran {
  return {
    nama: row.nama,
    left: row.left_at !== null,
    hash: row.content_hash,
    dibayar: row.dibayar === null ? null : Number(row.dibayar),
    jumlahPeriode: row.jumlah_periode,
    lastReason: row.last_reason,
    isOff: Boolean(row.is_off),
    today: row.today,
  };
}
