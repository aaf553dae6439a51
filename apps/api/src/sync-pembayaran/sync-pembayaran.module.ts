import { Module } from '@nestjs/common';
import { IdempotencyRepository } from '../common/idempotency.repository';
import { Dispatcher } from './queue/dispatcher';
import { queuesModule } from './queue/sync.queues';
import { RunStarter } from './run/run-starter';
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
  imports: [queuesModule, SyncStoreModule],
  controllers: [ScheduleController, SyncRunsExportController, SyncRunsController, SyncPembayaranController],
  providers: [
    Dispatcher,
    IdempotencyRepository,
    RunCanceller,
    RunStarter,
    ScheduleRepository,
    SyncPembayaranService,
    SyncProgressService,
    SyncRunsService,
  ],
  exports: [ScheduleRepository],
})
export class SyncPembayaranModule {}
