import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fitting } from '../common/fitting';
import { todaySql } from '../common/school-day';
import { padded } from '../database/few-sizes';
import { JSON_UNTOUCHED } from '../database/json-untouched';
import { inTransaction, type Transaction } from '../database/transaction';
import { PaymentSourceError } from '../sisda/payment-source.errors';
import { type PaymentAnswer, storedAnswer } from '../sisda/sisda.reader';
import { joinedUpdate } from './siswa-update.sql';
import { TagihanTerbukaRepository } from './tagihan-terbuka.repository';

const CHUNK = 200;
const CHUNK_BYTES = 4_000_000;
const DUE_AT_ONCE = 100_000;
const SETTLED_AT_ONCE = 1_000;
const COLUMNS = ['tagihan', 'dibayar', 'lebih_bayar', 'saldo', 'jumlah_periode'];

/** Figures that are not those of what is stored, or not those of today. Several processes may mend them at once. */
@Injectable()
export class OutdatedFiguresRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly terbuka: TagihanTerbukaRepository,
  ) {}

  /** Of how many students the stored answer was not derived from by this version. */
  async count(): Promise<number> {
    const [row] = await this.dataSource.query<{ n: string }[]>(
      'SELECT COUNT(*) AS n FROM siswa WHERE figures_outdated = 1',
    );
    return Number(row!.n);
  }

  /** Derives the figures of the next of them from what is stored; answers how many they were. */
  derive(): Promise<number> {
    return inTransaction(this.dataSource, async (tx) => {
      const idpersons = await this.lockNext(tx);
      if (idpersons.length === 0) return 0;
      const derived = (await this.stored(tx, idpersons)).flatMap(({ idperson, pembayaran }) => {
        const answer = readable(pembayaran);
        return answer ? [{ idperson: String(idperson), answer }] : [];
      });
      if (derived.length > 0) {
        const rows = padded(derived.map(({ idperson, answer }) => [idperson, ...valuesOf(answer)]));
        await tx.execute(`${JSON_UNTOUCHED} ${joinedUpdate(COLUMNS, rows.length)}`, rows.flat());
        await this.terbuka.replace(
          tx,
          derived.map(({ idperson, answer: { terbuka } }) => ({ idperson, terbuka })),
        );
      }
      await tx.query(`${JSON_UNTOUCHED} UPDATE siswa SET figures_of = content_hash WHERE idperson IN (?)`, [
        idpersons,
      ]);
      return idpersons.length;
    });
  }

  /** Students for whom a bill has fallen due since their figures were settled, up to a limit, in the order in which they are stored. */
  async due(): Promise<string[]> {
    // One index each: asked together, the whole table might be read, every second.
    const either = isUnsettled().map((condition) => `(SELECT idperson FROM siswa WHERE ${condition})`);
    const rows = await this.dataSource.query<{ idperson: string }[]>(
      `${either.join(' UNION ')} ORDER BY idperson LIMIT ?`,
      [DUE_AT_ONCE],
    );
    return rows.map(({ idperson }) => idperson);
  }

  /** Brings the figures of these students up to today; those whom somebody else is at are left to them. */
  async settle(idpersons: readonly string[]): Promise<void> {
    for (let from = 0; from < idpersons.length; from += SETTLED_AT_ONCE) {
      const chunk = idpersons.slice(from, from + SETTLED_AT_ONCE);
      await inTransaction(this.dataSource, async (tx) => {
        const rows = await tx.query<{ idperson: string }[]>(
          `SELECT idperson FROM siswa WHERE idperson IN (?) AND (${isUnsettled().join(' OR ')}) FOR UPDATE SKIP LOCKED`,
          [chunk],
        );
        if (rows.length > 0)
          await this.terbuka.settle(
            tx,
            rows.map(({ idperson }) => idperson),
          );
      });
    }
  }

  /** As many as fit into memory, at least one. */
  private async lockNext(tx: Transaction): Promise<string[]> {
    const rows = await tx.query<{ idperson: string; bytes: string }[]>(
      `SELECT idperson, OCTET_LENGTH(pembayaran) AS bytes FROM siswa WHERE figures_outdated = 1
       ORDER BY idperson LIMIT ? FOR UPDATE SKIP LOCKED`,
      [CHUNK],
    );
    return fitting(rows, CHUNK_BYTES).map(({ idperson }) => idperson);
  }

  private stored(tx: Transaction, idpersons: string[]): Promise<{ idperson: string; pembayaran: string }[]> {
    return tx.query('SELECT idperson, pembayaran FROM siswa WHERE idperson IN (?)', [idpersons]);
  }
}

/** The day has come on which figures change; the second is for a clock that was put back. */
function isUnsettled(): string[] {
  const today = todaySql();
  return [`jatuh_tempo_berikut <= ${today}`, `jatuh_tempo_terakhir > ${today}`];
}

/** null where what is stored was read less strictly, by an earlier version: then its figures stay what they were. */
function readable(pembayaran: string): PaymentAnswer | null {
  try {
    return storedAnswer(pembayaran);
  } catch (error) {
    if (error instanceof PaymentSourceError) return null;
    throw error;
  }
}

/** The values of COLUMNS. */
function valuesOf({ ringkasan }: PaymentAnswer): number[] {
  const { tagihan, dibayar, lebihBayar, saldo, jumlahPeriode } = ringkasan;
  return [tagihan, dibayar, lebihBayar, saldo, jumlahPeriode];
}
