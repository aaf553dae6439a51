import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerRetention } from './ledger/ledger-retention';
import { LedgerSweep } from './ledger/ledger-sweep';
import { PembayaranModule } from '../pembayaran/pembayaran.module';
import { UmpanStoreModule } from '../umpan/umpan-store.module';
import { ResultWriter } from './run/result-writer';
import { ReviewService } from './review/review.service';
import { RunCounter } from './run/run-counter';
import { SyncRunEntity } from './run/sync-run.entity';
import { SyncRunEventEntity } from './run/sync-run-event.entity';
import { SyncRunEventRepository } from './run/sync-run-event.repository';
import { SyncRunMoves } from './run/sync-run-moves';
import { LedgerListRepository } from './ledger/ledger-list.repository';
import { LedgerRepository } from './ledger/ledger.repository';
import { SyncRunRepository } from './run/sync-run.repository';
import { WorkerRegistry } from './run/worker-registry';

const stores = [
  LedgerRetention,
  LedgerSweep,
  ResultWriter,
  ReviewService,
  RunCounter,
  SyncRunEventRepository,
  SyncRunMoves,
  LedgerListRepository,
  LedgerRepository,
  SyncRunRepository,
  WorkerRegistry,
];

/** Everything that keeps the state of runs in the database. */
@Module({
  imports: [
    TypeOrmModule.forFeature([SyncRunEntity, SyncRunEventEntity]),
    PembayaranModule,
    UmpanStoreModule,
  ],
  providers: stores,
  exports: [...stores, PembayaranModule, UmpanStoreModule],
})
export class SyncStoreModule {}
