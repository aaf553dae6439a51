import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { queuesModule } from '../sync-pembayaran/run/sync.queues';
import { QueueTrouble } from '../sync-pembayaran/queue/queue-trouble';
import { RefusalNotice } from '../sync-pembayaran/run/refusal-notice';
import { SyncStoreModule } from '../sync-pembayaran/sync-store.module';
import { DatabaseHealth } from './database.health';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';
import { QueueHealth } from './queue.health';

@Module({
  imports: [TerminusModule.forRoot({ logger: false }), queuesModule, SyncStoreModule],
  controllers: [HealthController, MetricsController],
  providers: [DatabaseHealth, QueueHealth, QueueTrouble, RefusalNotice],
})
export class HealthModule {}
