import type { DataSource } from 'typeorm';
import { PembayaranChangeRepository } from '../src/pembayaran/pembayaran-change.repository';
import { PembayaranRepository } from '../src/pembayaran/pembayaran.repository';
import { ResultWriter } from '../src/sync-pembayaran/run/result-writer';
import { RunCounter } from '../src/sync-pembayaran/run/run-counter';
import { SyncRunEventRepository } from '../src/sync-pembayaran/run/sync-run-event.repository';
import { SyncRunSiswaRepository } from '../src/sync-pembayaran/ledger/sync-run-siswa.repository';
import { SyncRunMoves } from '../src/sync-pembayaran/run/sync-run-moves';
import { SyncRunRepository } from '../src/sync-pembayaran/run/sync-run.repository';
import { RunCanceller } from '../src/sync-pembayaran/run/run-canceller';

/** The real stores on a real database. */
export function storesOn(dataSource: DataSource) {
  const runs = new SyncRunRepository(dataSource);
  const moves = new SyncRunMoves(dataSource);
  const ledger = new SyncRunSiswaRepository(dataSource);
  const events = new SyncRunEventRepository(dataSource);
  const writer = new ResultWriter(
    dataSource,
    new PembayaranRepository(),
    new PembayaranChangeRepository(dataSource),
    ledger,
    new RunCounter(events),
  );
  const canceller = new RunCanceller(runs, moves, ledger, events);

  /** A run over everybody that runs. */
  async function runningRun() {
    const run = await runs.createActive({ scope: {}, startedBy: 'Uji' });
    await dataSource.transaction(async (manager) => {
      await moves.markAsRunning(run!.id, await ledger.writePending(run!.id, {}, manager), manager);
    });
    return (await runs.find(run!.id))!;
  }

  return { runs, moves, ledger, events, writer, canceller, runningRun };
}
