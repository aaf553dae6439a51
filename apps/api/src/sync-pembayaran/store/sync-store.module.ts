import { Module } from '@nestjs/common';
import { KnownGoodSiswa } from './known-good-siswa';
import { LedgerRetention } from './ledger-retention';
import { PembayaranChangeRepository } from './pembayaran-change.repository';
import { PembayaranRepository } from './pembayaran.repository';
import { ResultWriter } from './result-writer';
import { ReviewService } from './review.service';
import { RunCounter } from './run-counter';
import { SyncRunEventRepository } from './sync-run-event.repository';
import { SyncRunMoves } from './sync-run-moves';
import { SyncRunSiswaRepository } from './sync-run-siswa.repository';
import { SyncRunRepository } from './sync-run.repository';
import { WorkerRegistry } from './worker-registry';
import { WriteBatcher } from './write-batcher';

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
