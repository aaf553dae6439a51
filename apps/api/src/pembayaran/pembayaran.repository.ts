import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction';
import type { PaymentAnswer } from '../sisda/sisda.reader';
import type { StoredPembayaran } from './judge';
import { joinedUpdate } from './siswa-update.sql';
import { TagihanTerbukaRepository } from './tagihan-terbuka.repository';

export interface Answered {
  idperson: string;
  answer: PaymentAnswer;
}

/** Kept answers of one run, or of one student. */
export type ReviewFilter = { runId: string; idperson?: undefined } | { idperson: string; runId?: undefined };

export interface Kept {
  idperson: string;
  /** The run that brought it; null when the student was fetched alone. */
  runId: string | null;
  /** The service's `data`, to the letter. */
  pembayaran: string;
}

const COLUMNS = [
  'pembayaran',
  'tagihan',
  'dibayar',
  'lebih_bayar',
  'saldo',
  'jumlah_periode',
  'content_hash',
  'figures_of',
] as const;
/** Bytes travel as hexadecimal text: as a text parameter MySQL would check them for UTF-8. */
const BYTES: readonly string[] = ['content_hash', 'figures_of'] satisfies (typeof COLUMNS)[number][];

/**
 * Payments on the rows of siswa. Only rows that are there are changed: nobody deleted meanwhile comes back. Long, since
 * both shapes of the write, many rows joined and one large row alone, stand beside each other.
 */
@Injectable()
export class PembayaranRepository {
  constructor(private readonly terbuka: TagihanTerbukaRepository) {}

  /** What is stored of these students, locked until the transaction ends; who is not there is missing. */
  async lockStored(tx: Transaction, idpersons: string[]): Promise<Map<string, StoredPembayaran>> {
    const rows = await tx.query<StoredRow[]>(
      `SELECT idperson, nama, left_at, content_hash, dibayar, jumlah_periode, last_reason
       FROM siswa WHERE idperson IN (?) ORDER BY idperson FOR UPDATE`,
      [idpersons],
    );
    return new Map(rows.map((row) => [String(row.idperson), toStored(row)]));
  }

  /** Stores changed payments with their derived figures and unpaid bills. */
  async store(tx: Transaction, answered: Answered[]): Promise<void> {
    const isLong = ({ answer }: Answered) => Buffer.byteLength(answer.pembayaran) > LONGEST_JOINED_BYTES;
    for (const each of answered.filter(isLong)) await this.storeOne(tx, each);
    await this.storeJoined(
      tx,
      answered.filter((each) => !isLong(each)),
    );
    await this.terbuka.replace(
      tx,
      answered.map(({ idperson, answer: { terbuka } }) => ({ idperson, terbuka })),
    );
  }

  private async storeJoined(tx: Transaction, answered: Answered[]): Promise<void> {
    if (answered.length === 0) return;
    await tx.execute(
      `${joinedUpdate(COLUMNS, answered.length, valueOf)}, ${APPLIED}`,
      answered.flatMap((each) => [each.idperson, ...valuesOf(each)]),
    );
  }

  private async storeOne(tx: Transaction, answered: Answered): Promise<void> {
    await tx.execute(
      `UPDATE siswa SET ${COLUMNS.map((column) => `${column} = ${valueOf(column, '?')}`).join(', ')}, ${APPLIED}
       WHERE idperson = ?`,
      [...valuesOf(answered), answered.idperson],
    );
  }

  /** Notes that these students were fetched and are as stored; their payments are not written. */
  async touch(tx: Transaction, idpersons: string[]): Promise<void> {
    if (idpersons.length === 0) return;
    await tx.query(
      'UPDATE siswa SET fetched_at = UTC_TIMESTAMP(3), last_reason = NULL WHERE idperson IN (?)',
      [idpersons],
    );
  }

  /** Notes why the answers of these students were not applied. */
  async noteReason(tx: Transaction, idpersons: string[], reason: string): Promise<void> {
    await tx.query('UPDATE siswa SET last_reason = ? WHERE idperson IN (?)', [reason, idpersons]);
  }

  /** Keeps an answer aside until somebody decides; a later one takes its place. */
  async keepForReview(
    tx: Transaction,
    answered: (Answered & { reason: string })[],
    runId: string | null,
  ): Promise<void> {
    if (answered.length === 0) return;
    await tx.execute(
      `REPLACE INTO pembayaran_review (idperson, run_id, reason, pembayaran, received_at)
       VALUES ${answered.map(() => '(?, ?, ?, ?, UTC_TIMESTAMP(3))').join(', ')}`,
      answered.flatMap(({ idperson, reason, answer }) => [idperson, runId, reason, answer.pembayaran]),
    );
  }

  /** The next kept answers that somebody decides on, locked until the transaction ends. */
  async lockReviews(tx: Transaction, { runId, idperson }: ReviewFilter, limit: number): Promise<Kept[]> {
    return tx.query<Kept[]>(
      `SELECT idperson, run_id AS runId, pembayaran FROM pembayaran_review
       WHERE ${runId === undefined ? 'idperson' : 'run_id'} = ? ORDER BY idperson LIMIT ? FOR UPDATE`,
      [runId ?? idperson, limit],
    );
  }

  /** A good answer settles what waited for review. */
  async dropReviews(tx: Transaction, idpersons: string[]): Promise<void> {
    if (idpersons.length === 0) return;
    await tx.query('DELETE FROM pembayaran_review WHERE idperson IN (?)', [idpersons]);
  }
}

/** A text that stands in a derived table is cropped by MariaDB at 65,535 bytes. */
const LONGEST_JOINED_BYTES = 60_000;

const APPLIED =
  'siswa.fetched_at = UTC_TIMESTAMP(3), siswa.changed_at = UTC_TIMESTAMP(3), siswa.last_reason = NULL';

function valueOf(column: string, value: string): string {
  return BYTES.includes(column) ? `UNHEX(${value})` : value;
}

/** The values of COLUMNS. */
function valuesOf({ answer: { pembayaran, hash, ringkasan } }: Answered): unknown[] {
  return [
    pembayaran,
    ringkasan.tagihan,
    ringkasan.dibayar,
    ringkasan.lebihBayar,
    ringkasan.saldo,
    ringkasan.jumlahPeriode,
    hash.toString('hex'),
    hash.toString('hex'),
  ];
}

interface StoredRow {
  idperson: string;
  nama: string;
  left_at: Date | null;
  content_hash: Buffer | null;
  dibayar: string | null;
  jumlah_periode: number | null;
  last_reason: string | null;
}

function toStored(row: StoredRow): StoredPembayaran {
  return {
    nama: row.nama,
    left: row.left_at !== null,
    hash: row.content_hash,
    dibayar: row.dibayar === null ? null : Number(row.dibayar),
    jumlahPeriode: row.jumlah_periode,
    lastReason: row.last_reason,
  };
}
