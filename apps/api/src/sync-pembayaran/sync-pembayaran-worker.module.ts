import { Module } from '@nestjs/common';
import { AuditRetention } from '../audit/audit-retention';
import { ProcessBoard } from '../metrics/process-board';
import { ProcessReporter } from '../metrics/process-reporter';
import type { Chore } from './queue/chores/chore';
import { CHORES } from './queue/chores/chores';
import { DatabaseTrouble } from './queue/database-trouble';
import { DispatchProcessor } from './queue/dispatch.processor';
import { Dispatcher } from './run/dispatcher';
import { Feeder } from './queue/feeder';
import { GracefulStop } from './queue/graceful-stop';
import { KnownGoodSiswa } from './queue/known-good-siswa';
import { LockTimers } from './queue/lock-timers';
import { OutageDetector } from './queue/outage-detector';
import { OverdueRetries } from './queue/overdue-retries';
import { PopInTurn } from './queue/pop-in-turn';
import { QueueTrouble } from './queue/queue-trouble';
import { Reconciler, RECONCILER_CHORES } from './queue/reconciler';
import { RefusalNotice } from './run/refusal-notice';
import { RequestSlots } from './queue/request-slots';
import { ResultSaver } from './queue/result-saver';
import { RetryWaits } from './run/retry-waits';
import { RunEnder } from './run/run-ender';
import { RunGate } from './queue/run-gate';
import { RunPauser } from './queue/run-pauser';
import { SiswaProcessor } from './queue/siswa.processor';
import { queuesModule } from './run/sync.queues';
import { WriteBatcher } from './queue/write-batcher';
import { RunPreparer } from './run/run-preparer';
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
    ...CHORES,
    { provide: RECONCILER_CHORES, useFactory: (...chores: Chore[]) => chores, inject: CHORES },
    AuditRetention,
    DatabaseTrouble,
    DispatchProcessor,
    Dispatcher,
    Feeder,
    GracefulStop,
    KnownGoodSiswa,
    LockTimers,
    OutageDetector,
    OverdueRetries,
    ProcessBoard,
    PopInTurn,
    ProcessReporter,
    QueueTrouble,
    Reconciler,
    RefusalNotice,
    RequestSlots,
    ResultSaver,
    RetryWaits,
    RunCanceller,
    RunEnder,
    RunGate,
    RunPauser,
    RunPreparer,
    RunStarter,
    ScheduleRepository,
    Scheduler,
    SiswaProcessor,
    WriteBatcher,
  ],
})
export class SyncPembayaranWorkerModule {}
