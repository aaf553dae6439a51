import { failureMessage, isId } from '@bantubayar/shared';
import type { DataSource } from 'typeorm';
import { errnoOf, inTransaction, type Transaction } from '../database/transaction';
import { mayPass } from '../database/connection-error';
import { judge, type StoredPembayaran } from '../pembayaran/judge';
import { PembayaranWriter, type SiswaResult } from '../pembayaran/pembayaran-writer';
import { unstorable } from '../pembayaran/unstorable';
import { ImportReport } from './import-report';
import type { LaravelSource } from './laravel-source';
import { addSiswa, idpersonsHere } from './new-siswa.sql';
import { about, readOldSiswa, type ReadSiswa } from './old-siswa';
import { type OldStudent, readOldStudent } from './old-student';

const CHUNK = 100;
const NOTHING_STORED = { left: false, hash: null, jumlahPeriode: null };

interface Options {
  apply: boolean;
  oleh: string;
}

/**
 * Brings over what the old application has and we have not: students who are not here, and payments that are newer than
 * ours. What it would do is the same with and without `apply`; done twice it changes nothing the second time.
 */
export class LaravelImport {
  private readonly report = new ImportReport();

  constructor(
    private readonly source: LaravelSource,
    private readonly dataSource: DataSource,
    private readonly writer: PembayaranWriter,
    private readonly options: Options,
  ) {}

  async run(): Promise<ImportReport> {
    const rows = await this.source.siswa();
    const added = await this.siswa(readOldSiswa(rows, this.report));
    const idpersons = new Map(rows.map((row) => [row['id'] ?? '', row['idperson']?.trim() ?? '']));
    await this.pembayaran(idpersons, new Set(added));
    return this.report;
  }

  /** Whoever is here already is as our roster says. Answers who is not. */
  private async siswa(rows: readonly ReadSiswa[]): Promise<string[]> {
    const here = await idpersonsHere(this.dataSource);
    for (const { old, siswa } of rows) {
      const isHere = here.has(siswa.idperson);
      this.report.add(isHere ? 'keep' : 'take', isHere ? 'known' : 'new', about(old));
    }
    const added = rows.map(({ siswa }) => siswa).filter(({ idperson }) => !here.has(idperson));
    for (let n = 0; this.options.apply && n < added.length; n += CHUNK)
      await addSiswa(this.dataSource, added.slice(n, n + CHUNK), this.options.oleh);
    return added.map(({ idperson }) => idperson);
  }

  private async pembayaran(siswa: ReadonlyMap<string, string>, added: ReadonlySet<string>): Promise<void> {
    const links = new Map<string, string[]>();
    for (const link of await this.source.links()) {
      const idperson = this.source.idpersonOf(link, siswa) ?? '';
      links.set(idperson, [...(links.get(idperson) ?? []), link]);
    }
    const [{ now }] = await this.dataSource.query<[{ now: Date }]>('SELECT UTC_TIMESTAMP(3) AS now');
    const all = [...links];
    for (let n = 0; n < all.length; n += CHUNK) {
      const some = all.slice(n, n + CHUNK);
      const asked = some.flatMap(([, each]) => each);
      const [rows, saldo] = [await this.source.pembayaran(asked), await this.source.saldo(asked)];
      for (const [idperson, own] of some) {
        const ofOne = own.flatMap((link) => rows.get(link) ?? []);
        const balance = own.map((link) => saldo.get(link)).find((each) => each !== undefined) ?? null;
        const old = isId(idperson) && readOldStudent(idperson, ofOne, balance, now, this.report);
        if (old) await this.student(old, added.has(idperson));
        else if (old === false)
          this.unknown(
            idperson || null,
            ofOne.map(({ row }) => row),
          );
      }
    }
  }

  private async student(old: OldStudent, isAdded: boolean): Promise<void> {
    const result = { idperson: old.idperson, attempts: 0, durationMs: 0, answer: old.answer };
    try {
      await inTransaction(this.dataSource, (tx) => this.decide(tx, old, result, isAdded));
    } catch (error) {
      if (errnoOf(error) === 0 || mayPass(error)) throw error;
      const { message } = unstorable(result, error).answer as Error;
      this.tell('leave', 'refused', old, message);
    }
  }

  private async decide(
    tx: Transaction,
    old: OldStudent,
    result: SiswaResult,
    isAdded: boolean,
  ): Promise<void> {
    const locked = await this.writer.lockStored(tx, [result]);
    const stored = locked.get(old.idperson);
    if (!stored && !isAdded) return this.unknown(old.idperson, old.rows);
    if (stored?.left) return this.tell('leave', 'left_here', old);
    const fetchedAt = stored ? await this.fetchedAt(tx, old.idperson) : null;
    const { outcome, reason } = judge(
      old.answer,
      stored ?? (NOTHING_STORED as Pick<StoredPembayaran, 'hash' | 'jumlahPeriode'>),
    );
    if (outcome === 'unchanged') return this.tell('keep', 'same', old);
    if (fetchedAt !== null && fetchedAt >= old.at) return this.tell('keep', 'newer_here', old);
    if (reason !== null) return this.tell('leave', 'doubtful', old, failureMessage(reason));
    if (this.options.apply) {
      await this.writer.write(tx, [result], locked, null);
      // As old as it is, so that whoever looks sees how stale it is.
      await tx.query('UPDATE siswa SET fetched_at = ?, changed_at = ? WHERE idperson = ?', [
        old.at,
        old.at,
        old.idperson,
      ]);
    }
    this.tell('take', fetchedAt === null ? 'new' : 'newer', old);
  }

  private async fetchedAt(tx: Transaction, idperson: string): Promise<Date | null> {
    const [row] = await tx.query<{ fetched_at: Date | null }[]>(
      'SELECT fetched_at FROM siswa WHERE idperson = ?',
      [idperson],
    );
    return row!.fetched_at;
  }

  private unknown(idperson: string | null, rows: readonly string[]): void {
    for (const row of rows)
      this.report.add('leave', 'unknown_siswa', { table: 'siswa_pembayaran', row, idperson });
  }

  private tell(
    action: Parameters<ImportReport['add']>[0],
    reason: Parameters<ImportReport['add']>[1],
    { idperson, rows }: OldStudent,
    detail?: string,
  ): void {
    for (const row of rows)
      this.report.add(action, reason, { table: 'siswa_pembayaran', row, idperson }, detail);
  }
}
