import type { SyncScopeDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { padded } from '../../database/few-sizes';
import type { Transaction } from '../../database/transaction';
import type { WrittenResult } from '../../pembayaran/pembayaran-writer';
import { siswaInScope } from './sync-scope.sql';

const CHUNK = 10_000;
const PENDING_AMONG = `
  SELECT idperson FROM sync_run_siswa WHERE run_id = ? AND idperson IN (?) AND outcome = 'pending'`;
const END_COLUMNS = [
  'outcome',
  'reason',
  'message',
  'http_status',
  'attempts',
  'duration_ms',
  'dibayar_before',
  'dibayar_after',
] as const;

export interface PendingSiswa {
  idperson: string;
  /** SHA-256 of the stored answer from which the student's figures are, in hexadecimal. */
  hash: string | null;
}

/** The ledger of runs as it is written: who is in a run, and how each of them ends. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** How many students a scope has now. */
  async countScope(scope: SyncScopeDto): Promise<number> {
    const { sql, params } = siswaInScope(scope);
    const [row] = await this.dataSource.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${sql}`, params);
    return Number(row!.n);
  }

  /**
   * Writes pending rows for the next students of the scope, in the order of idperson and behind those that the run has
   * already; false when there were none left.
   */
  async writePending(tx: Transaction, runId: string, scope: SyncScopeDto): Promise<boolean> {
    const { sql, params } = siswaInScope(scope);
    const [last] = await tx.query<{ idperson: string }[]>(
      'SELECT idperson FROM sync_run_siswa WHERE run_id = ? ORDER BY idperson DESC LIMIT 1',
      [runId],
    );
    const { affectedRows } = await tx.query<{ affectedRows: number }>(
      `INSERT INTO sync_run_siswa (run_id, idperson)
       SELECT ?, siswa.idperson ${sql} AND siswa.idperson > ? ORDER BY siswa.idperson LIMIT ${CHUNK}`,
      [runId, ...params, last?.idperson ?? '0'],
    );
    return affectedRows > 0;
  }

  /** How many students a run has. */
  async count(tx: Transaction, runId: string): Promise<number> {
    const [row] = await tx.query<{ n: string }[]>(
      'SELECT COUNT(*) AS n FROM sync_run_siswa WHERE run_id = ?',
      [runId],
    );
    return Number(row!.n);
  }

  /** The next pending students by idperson, after `after`. */
  async pendingAfter(runId: string, after: string, limit: number): Promise<PendingSiswa[]> {
    const rows = await this.dataSource.query<PendingSiswa[]>(
      `SELECT idperson, LOWER(HEX(siswa.figures_of)) AS hash
       FROM sync_run_siswa AS ledger LEFT JOIN siswa USING (idperson)
       WHERE ledger.run_id = ? AND ledger.outcome = 'pending' AND ledger.idperson > ?
       ORDER BY ledger.idperson LIMIT ?`,
      [runId, after, limit],
    );
    return rows.map(({ idperson, hash }) => ({ idperson: String(idperson), hash }));
  }

  /** Those of the students whose rows are still pending. */
  async pendingAmong(runId: string, idpersons: string[]): Promise<Set<string>> {
    if (idpersons.length === 0) return new Set();
    return idpersonsOf(await this.dataSource.query<Person[]>(PENDING_AMONG, [runId, idpersons]));
  }

  /** The same, locked until the transaction ends. */
  async claimPending(tx: Transaction, runId: string, idpersons: string[]): Promise<Set<string>> {
    const sql = `${PENDING_AMONG} ORDER BY idperson FOR UPDATE`;
    return idpersonsOf(await tx.query<Person[]>(sql, [runId, idpersons]));
  }

  /** Ends the claimed rows. */
  async end(tx: Transaction, runId: string, ends: WrittenResult[]): Promise<void> {
    const rows = padded(
      ends.map((end) => [
        end.idperson,
        end.outcome,
        end.reason,
        end.message,
        end.httpStatus,
        end.attempts,
        end.durationMs,
        end.dibayarBefore,
        end.dibayarAfter,
      ]),
    );
    const first = `SELECT CAST(? AS UNSIGNED) AS idperson, ${END_COLUMNS.map((column) => `? AS ${column}`).join(', ')}`;
    const next = `UNION ALL SELECT CAST(? AS UNSIGNED), ${END_COLUMNS.map(() => '?').join(', ')}`;
    await tx.execute(
      `UPDATE sync_run_siswa AS ledger
       JOIN (${[first, ...Array<string>(rows.length - 1).fill(next)].join(' ')}) AS ended USING (idperson)
       SET ${END_COLUMNS.map((column) => `ledger.${column} = ended.${column}`).join(', ')},
           ledger.finished_at = UTC_TIMESTAMP(3)
       WHERE ledger.run_id = ?`,
      [...rows.flat(), runId],
    );
  }
}

interface Person {
  idperson: string;
}

const idpersonsOf = (rows: Person[]) => new Set(rows.map(({ idperson }) => String(idperson)));
