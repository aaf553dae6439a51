import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fitting } from '../common/fitting';
import type { JenisPerubahan } from './note-changes';

const PAGE_BYTES = 4_000_000;

/** A change with its number. */
export interface ChangeRow {
  nomor: string;
  jenis: JenisPerubahan;
  idperson: string;
  run_id: string | null;
  oleh: string | null;
  at: Date;
  detail: string;
}

/** Numbered changes, in their order. */
@Injectable()
export class UmpanRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those behind a number, as many as were asked for or as fit into memory. */
  async behind(nomor: string, limit: number): Promise<{ rows: ChangeRow[]; hasMore: boolean }> {
    const found = await this.dataSource.query<{ nomor: string; bytes: string }[]>(
      `SELECT nomor, OCTET_LENGTH(detail) AS bytes FROM pembayaran_change
       WHERE nomor > ? ORDER BY nomor LIMIT ?`,
      [nomor, limit + 1],
    );
    const taken = fitting(found.slice(0, limit), PAGE_BYTES);
    if (taken.length === 0) return { rows: [], hasMore: false };
    const rows = await this.dataSource.query<ChangeRow[]>(
      `SELECT nomor, jenis, idperson, run_id, oleh, at, detail FROM pembayaran_change
       WHERE nomor > ? AND nomor <= ? ORDER BY nomor`,
      [nomor, taken.at(-1)!.nomor],
    );
    return { rows, hasMore: found.length > taken.length };
  }
}
