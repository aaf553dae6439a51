import type { PerubahanDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parseJson } from '../common/json';
import type { Transaction } from '../database/transaction';
import { AmountError } from '../sisda/amount';
import type { SisdaPayments } from '../sisda/sisda.types';
import { type PerubahanFilter, perubahanMatching } from './perubahan-filter.sql';
import { comparePembayaran, type Perubahan } from './compare-pembayaran';
import type { Answered } from './pembayaran.repository';

interface Row {
  id: string;
  idperson: string;
  nama: string | null;
  UnitFormal: string | null;
  KelasFormal: string | null;
  run_id: string | null;
  at: Date;
  detail: string;
}

/** How many students paid, and how much in all, in whole rupiah. */
export interface Paid {
  siswa: number;
  jumlah: number;
}

const NOBODY: Paid = { siswa: 0, jumlah: 0 };

/** The history of what changed, student by student. */
@Injectable()
export class PerubahanRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Notes how answers that are about to be stored differ from what is stored; a first answer is no change. Answers who
   * paid among them, and how much.
   */
  async note(tx: Transaction, answered: Answered[], runId: string | null): Promise<Paid> {
    if (answered.length === 0) return NOBODY;
    const stored = await tx.query<{ idperson: string; pembayaran: string }[]>(
      'SELECT idperson, pembayaran FROM siswa WHERE idperson IN (?) AND pembayaran IS NOT NULL',
      [answered.map(({ idperson }) => idperson)],
    );
    if (stored.length === 0) return NOBODY;
    const before = new Map(stored.map(({ idperson, pembayaran }) => [String(idperson), pembayaran]));
    const changed = answered.flatMap(({ idperson, answer }) => {
      const perubahan = before.has(idperson) && compared(before.get(idperson)!, answer.pembayaran);
      return perubahan ? [{ idperson, perubahan }] : [];
    });
    if (changed.length === 0) return NOBODY;
    await tx.query(
      `INSERT INTO pembayaran_change (idperson, run_id, at, detail)
       VALUES ${changed.map(() => '(?, ?, UTC_TIMESTAMP(3), ?)').join(', ')}`,
      changed.flatMap(({ idperson, perubahan }) => [idperson, runId, JSON.stringify(perubahan)]),
    );
    const amounts = changed
      .map(({ perubahan }) => perubahan.dibayarAfter - perubahan.dibayarBefore)
      .filter((amount) => amount > 0);
    return { siswa: amounts.length, jumlah: amounts.reduce((sum, amount) => sum + amount, 0) };
  }

  /** Newest first. */
  async page(filter: PerubahanFilter, limit: number): Promise<PerubahanDto[]> {
    const { sql, params } = perubahanMatching(filter);
    const rows = await this.dataSource.query<Row[]>(
      `SELECT id, idperson, siswa.nama, siswa.UnitFormal, siswa.KelasFormal, run_id, at, detail
       FROM pembayaran_change LEFT JOIN siswa USING (idperson) WHERE ${sql} ORDER BY id DESC LIMIT ?`,
      [...params, limit],
    );
    return rows.map(toDto);
  }

  /** Who paid and how much from one moment to the next, for each pair of neighbours in `moments`. */
  async paidBetween(moments: readonly Date[]): Promise<Paid[]> {
    const spans = moments.slice(1).map((until, n) => [n, moments[n]!, until]);
    const span = 'SELECT ? AS n, CAST(? AS DATETIME(3)) AS since, CAST(? AS DATETIME(3)) AS until';
    const rows = await this.dataSource.query<{ siswa: string; jumlah: string }[]>(
      `SELECT COUNT(DISTINCT idperson) AS siswa, COALESCE(SUM(dibayar_selisih), 0) AS jumlah
       FROM (${spans.map(() => span).join(' UNION ALL ')}) AS span
       LEFT JOIN pembayaran_change ON at >= since AND at < until AND dibayar_selisih > 0
       GROUP BY n ORDER BY n`,
      spans.flat(),
    );
    return rows.map(({ siswa, jumlah }) => ({ siswa: Number(siswa), jumlah: Number(jumlah) }));
  }
}

const dataOf = (text: string) => parseJson(text) as SisdaPayments[];

/** null where what is stored was read less strictly, by an earlier version, and cannot be compared. */
function compared(before: string, after: string): Perubahan | null {
  try {
    return comparePembayaran(dataOf(before), dataOf(after));
  } catch (error) {
    if (error instanceof AmountError) return null;
    throw error;
  }
}

function toDto({ id, idperson, nama, UnitFormal, KelasFormal, run_id, at, detail }: Row): PerubahanDto {
  return {
    id: String(id),
    idperson: String(idperson),
    nama,
    UnitFormal,
    KelasFormal,
    at: at.toISOString(),
    runId: run_id === null ? null : String(run_id),
    ...(JSON.parse(detail) as Perubahan),
  };
}
