import { Module } from '@nestjs/common';
import { DispatchProcessor } from './queue/dispatch.processor';
import { Dispatcher } from './queue/dispatcher';
import { Feeder } from './queue/feeder';
import { GracefulStop } from './queue/graceful-stop';
import { OutageDetector } from './queue/outage-detector';
import { OverdueRetries } from './queue/overdue-retries';
import { Reconciler } from './queue/reconciler';
import { RunGate } from './queue/run-gate';
import { RunPauser } from './queue/run-pauser';
import { SiswaProcessor } from './queue/siswa.processor';
import { queuesModule } from './queue/sync.queues';
import { RunStarter } from './run/run-starter';
import { ScheduleRepository } from './schedule/schedule.repository';
import { Scheduler } from './schedule/scheduler';
import { RunCanceller } from './run/run-canceller';
import { PaymentSourceModule } from '../sisda/payment-source.module';
import { SyncStoreModule } from './sync-store.module';

/** The worker side of the synchronisation: the two processors and what they stand on. */
@Module({
  imports: [queuesModule, PaymentSourceModule, SyncStoreModule],
  providers: [
    DispatchProcessor,
    Dispatcher,
    Feeder,
    GracefulStop,
    OutageDetector,
    OverdueRetries,
    Reconciler,
    RunCanceller,
    RunGate,
    RunPauser,
    RunStarter,
    ScheduleRepository,
    Scheduler,
    SiswaProcessor,
  ],
})
export class SyncPembayaranWorkerModule {}
