import { Module } from '@nestjs/common';
import { DatabaseClock } from '../common/database-clock';
import { IdempotencyRepository } from '../common/idempotency.repository';
import { PaymentSourceModule } from '../sisda/payment-source.module';
import { SiswaModule } from '../siswa/siswa.module';
import { ActiveRunRepository } from './run/active-run.repository';
import { Dispatcher } from './run/dispatcher';
import { KeptLog } from './run/kept-log';
import { RefusalNotice } from './run/refusal-notice';
import { RetryWaits } from './run/retry-waits';
import { queuesModule } from './run/sync.queues';
import { RunStarter } from './run/run-starter';
import { ReviewController } from './review/review.controller';
import { SingleSyncController } from './single/single-sync.controller';
import { SingleSyncService } from './single/single-sync.service';
import { ScheduleController } from './schedule/schedule.controller';
import { ScheduleRepository } from './schedule/schedule.repository';
import { SyncRunsExportController } from './sync-runs-export.controller';
import { SyncRunsController } from './sync-runs.controller';
import { RunCanceller } from './run/run-canceller';
import { SyncStoreModule } from './sync-store.module';
import { SyncPembayaranController } from './sync-pembayaran.controller';
import { SyncPembayaranService } from './sync-pembayaran.service';
import { SyncProgressService } from './run/sync-progress.service';
import { SyncRunsService } from './sync-runs.service';

/** The HTTP side of the synchronisation: it writes runs and hands them over, it never fetches a run's students. */
@Module({
  imports: [PaymentSourceModule, queuesModule, SiswaModule, SyncStoreModule],
  controllers: [
    ReviewController,
    ScheduleController,
    SingleSyncController,
    SyncRunsExportController,
    SyncRunsController,
    SyncPembayaranController,
  ],
  providers: [
    ActiveRunRepository,
    DatabaseClock,
    Dispatcher,
    IdempotencyRepository,
    KeptLog,
    RefusalNotice,
    RetryWaits,
    RunCanceller,
    RunStarter,
    ScheduleRepository,
    SingleSyncService,
    SyncPembayaranService,
    SyncProgressService,
    SyncRunsService,
  ],
  exports: [DatabaseClock, ScheduleRepository],
})
export class SyncPembayaranModule {}
