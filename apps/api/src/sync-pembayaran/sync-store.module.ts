import { Module } from '@nestjs/common';
import { KnownGoodSiswa } from './queue/known-good-siswa';
import { LedgerRetention } from './ledger/ledger-retention';
import { PembayaranChangeRepository } from '../pembayaran/pembayaran-change.repository';
import { PembayaranRepository } from '../pembayaran/pembayaran.repository';
import { ResultWriter } from './run/result-writer';
import { ReviewService } from './review/review.service';
import { RunCounter } from './run/run-counter';
import { SyncRunEventRepository } from './run/sync-run-event.repository';
import { SyncRunMoves } from './run/sync-run-moves';
import { SyncRunSiswaRepository } from './ledger/sync-run-siswa.repository';
import { SyncRunRepository } from './run/sync-run.repository';
import { WorkerRegistry } from './run/worker-registry';
import { WriteBatcher } from './queue/write-batcher';

const stores = [
  KnownGoodSiswa,
  LedgerRetention,
  PembayaranChangeRepository,
  PembayaranRepository,
  ResultWriter,
  ReviewService,
  RunCounter,
  SyncRunEventRepository,
  SyncRunMoves,
  SyncRunSiswaRepository,
  SyncRunRepository,
  WorkerRegistry,
  WriteBatcher,
];

/** Everything that keeps the state of runs in the database. */
@Module({ providers: stores, exports: stores })
export class SyncStoreModule {}
