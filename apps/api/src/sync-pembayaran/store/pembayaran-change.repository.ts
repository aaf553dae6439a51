import type { PerubahanDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parseJson } from '../../common/json';
import type { Transaction } from '../../database/transaction';
import type { SisdaPayments } from '../source/sisda.types';
import { comparePembayaran, type Perubahan } from './compare-pembayaran';
import type { Answered } from './pembayaran.repository';

export type ChangeFilter = { runId: string; idperson?: undefined } | { idperson: string; runId?: undefined };

interface Row {
  id: string;
  idperson: string;
  nama: string | null;
  run_id: string | null;
  at: Date;
  detail: string;
}

/** The history of what changed, student by student. */
@Injectable()
export class PembayaranChangeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Notes how answers that are about to be stored differ from what is stored; a first answer is no change. */
  async note(tx: Transaction, answered: Answered[], runId: string | null): Promise<void> {
    if (answered.length === 0) return;
    const stored = await tx.query<{ idperson: string; pembayaran: string }[]>(
      'SELECT idperson, pembayaran FROM siswa WHERE idperson IN (?) AND pembayaran IS NOT NULL',
      [answered.map(({ idperson }) => idperson)],
    );
    if (stored.length === 0) return;
    const before = new Map(stored.map(({ idperson, pembayaran }) => [String(idperson), dataOf(pembayaran)]));
    const changed = answered.filter(({ idperson }) => before.has(idperson));
    await tx.query(
      `INSERT INTO pembayaran_change (idperson, run_id, at, detail)
       VALUES ${changed.map(() => '(?, ?, UTC_TIMESTAMP(3), ?)').join(', ')}`,
      changed.flatMap(({ idperson, answer }) => [
        idperson,
        runId,
        JSON.stringify(comparePembayaran(before.get(idperson)!, dataOf(answer.pembayaran))),
      ]),
    );
  }

  /** Changes of a student or a run, newest first, those with a smaller id than `before`. */
  async page({ runId, idperson }: ChangeFilter, limit: number, before?: string): Promise<PerubahanDto[]> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT id, idperson, siswa.nama, run_id, at, detail FROM pembayaran_change LEFT JOIN siswa USING (idperson)
       WHERE ${runId === undefined ? 'idperson' : 'run_id'} = ? ${before === undefined ? '' : 'AND id < ?'}
       ORDER BY id DESC LIMIT ?`,
      [runId ?? idperson, ...(before === undefined ? [] : [before]), limit],
    );
    return rows.map(toDto);
  }
}

const dataOf = (text: string) => parseJson(text) as SisdaPayments[];

function toDto({ id, idperson, nama, run_id, at, detail }: Row): PerubahanDto {
  return {
    id: String(id),
    idperson: String(idperson),
    nama,
    at: at.toISOString(),
    runId: run_id === null ? null : String(run_id),
    ...(JSON.parse(detail) as Perubahan),
  };
}
