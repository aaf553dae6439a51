import type { DataSource } from 'typeorm';
import { CountedBillsRepository } from '../src/hitungan/counted-bills.repository';
import { CountingRepository } from '../src/hitungan/counting.repository';
import { HitunganRepository } from '../src/hitungan/hitungan.repository';
import { NumbersRepository } from '../src/hitungan/numbers.repository';
import { SearchRepository } from '../src/hitungan/search.repository';
import { WordsRepository } from '../src/hitungan/words.repository';
import { Readers } from '../src/hitungan/readers';
import { PerubahanRepository } from '../src/pembayaran/perubahan.repository';
import { PembayaranRepository } from '../src/pembayaran/pembayaran.repository';
import { ReviewRepository } from '../src/pembayaran/review.repository';
import { OutdatedFiguresRepository } from '../src/pembayaran/outdated-figures.repository';
import { TagihanTerbukaRepository } from '../src/pembayaran/tagihan-terbuka.repository';
import { PembayaranWriter } from '../src/pembayaran/pembayaran-writer';
import { ReviewService } from '../src/sync-pembayaran/review/review.service';
import { RunPreparer } from '../src/sync-pembayaran/run/run-preparer';
import { ResultWriter } from '../src/sync-pembayaran/run/result-writer';
import { RunCounter } from '../src/sync-pembayaran/run/run-counter';
import { SyncRunEventRepository } from '../src/sync-pembayaran/run/sync-run-event.repository';
import { LedgerSweep } from '../src/sync-pembayaran/ledger/ledger-sweep';
import { LedgerListRepository } from '../src/sync-pembayaran/ledger/ledger-list.repository';
import { LedgerRepository } from '../src/sync-pembayaran/ledger/ledger.repository';
import { SyncRunMoves } from '../src/sync-pembayaran/run/sync-run-moves';
import { SyncRunRepository } from '../src/sync-pembayaran/run/sync-run.repository';
import { RunCanceller } from '../src/sync-pembayaran/run/run-canceller';

/** The real stores on a real database. */
export function storesOn(dataSource: DataSource) {
  const runs = new SyncRunRepository(dataSource);
  const moves = new SyncRunMoves(dataSource);
  const ledger = new LedgerRepository(dataSource);
  const ledgerList = new LedgerListRepository(dataSource);
  const events = new SyncRunEventRepository(dataSource);
  const terbuka = new TagihanTerbukaRepository();
  const pembayaran = new PembayaranRepository(terbuka);
  const perubahan = new PerubahanRepository();
  const kept = new ReviewRepository();
  const payments = new PembayaranWriter(pembayaran, perubahan, kept);
  const writer = new ResultWriter(dataSource, payments, ledger, new RunCounter(events, moves));
  const preparer = new RunPreparer(dataSource, moves, ledger, events);
  const canceller = new RunCanceller(runs, moves, new LedgerSweep(dataSource), events);

  /** A run over everybody that runs. */
  async function runningRun() {
    const run = await runs.createActive({ scope: {}, startedBy: 'Uji' });
    await preparer.prepare(run!);
    return (await runs.find(run!.id))!;
  }

  const bills = new CountedBillsRepository();
  const counting = new CountingRepository(dataSource, bills, new WordsRepository(), new NumbersRepository());
  const hitungan = new HitunganRepository(dataSource, bills, new Readers());
  const outdated = new OutdatedFiguresRepository(dataSource, terbuka);

  return {
    counting,
    hitungan,
    searches: new SearchRepository(dataSource, hitungan),
    outdated,
    pembayaran,
    kept,
    reviews: new ReviewService(dataSource, pembayaran, perubahan, kept),
    runs,
    moves,
    ledger,
    ledgerList,
    events,
    payments,
    writer,
    preparer,
    canceller,
    runningRun,
  };
}
