import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Transaction } from '../../database/transaction';
import type { StoredPembayaran } from '../../pembayaran/judge';
import { readUnlessStored } from '../../pembayaran/read-unless-stored';
import { PembayaranWriter, type SiswaResult, type WrittenResult } from '../../pembayaran/pembayaran-writer';
import { LedgerRepository } from '../ledger/ledger.repository';
import { isSuspect, signOf, watchFormat } from './format-watch';
import { RunCounter } from './run-counter';
import { runResults } from './run-meters';

/** Thrown inside the transaction when the run no longer takes results: nothing of it is written. */
class RunClosedError extends Error {}

/** Writes results: payments, ledger, counters and log in one transaction, each student of a run at most once. */
@Injectable()
export class ResultWriter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly payments: PembayaranWriter,
    private readonly ledger: LedgerRepository,
    private readonly counter: RunCounter,
  ) {}

  /** Writes results of a run; those that ended before, or whose run was closed meanwhile, are dropped. */
  async writeOfRun(runId: string, results: SiswaResult[]): Promise<void> {
    try {
      const written = await inTransaction(this.dataSource, async (tx) => {
        const idpersons = results.map(({ idperson }) => idperson);
        const pending = await this.ledger.claimPending(tx, runId, idpersons);
        const claimed = results.filter(({ idperson }) => pending.delete(idperson));
        return claimed.length > 0 ? this.writeClaimed(tx, runId, claimed) : [];
      });
      for (const { outcome } of written) runResults.inc({ outcome });
    } catch (error) {
      if (!(error instanceof RunClosedError)) throw error;
    }
  }

  /** Writes the result of one student who was fetched outside any run. */
  async writeSingle(result: SiswaResult): Promise<WrittenResult> {
    return inTransaction(this.dataSource, async (tx) => {
      const stored = await this.payments.lockStored(tx, [result]);
      const { written } = await this.payments.write(tx, [result], stored, null);
      return written[0]!;
    });
  }

  private async writeClaimed(
    tx: Transaction,
    runId: string,
    claimed: SiswaResult[],
  ): Promise<WrittenResult[]> {
    const stored = await this.payments.lockStored(tx, claimed);
    const results = claimed.map((result) => readUnlessStored(result, stored.get(result.idperson)));
    const { kept, added, changed } = await this.watched(tx, runId, results, stored);
    if (kept.length === 0) return [];
    const { written, uang } = await this.payments.write(tx, kept, stored, runId);
    await this.ledger.end(tx, runId, written);
    const open = await this.counter.count(tx, runId, { results: written, uang, signs: added });
    if (!open) throw new RunClosedError();
    if (changed) await this.counter.pauseForFormat(tx, runId);
    return written;
  }

  /** The window of a run is read, and so locked, only where something may come of it: that is hardly ever. */
  private async watched(
    tx: Transaction,
    runId: string,
    results: SiswaResult[],
    stored: Map<string, StoredPembayaran>,
  ) {
    const sign = (result: SiswaResult) => signOf(result, stored.get(result.idperson));
    const isQuiet = !results.some((result) => isSuspect(sign(result)));
    if (isQuiet) return watchFormat({ contradictions: '', flaws: '' }, results, sign);
    const { resumes: now, ...window } = await this.counter.lockFormatWindow(tx, runId);
    // What was asked for before the run was resumed cannot pause it again: it is asked for anew.
    const ofNow = results.filter((result) => !isSuspect(sign(result)) || (result.resumes ?? now) >= now);
    return watchFormat(window, ofNow, sign);
  }
}
