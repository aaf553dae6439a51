import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { queuesModule } from '../sync-pembayaran/run/sync.queues';
import { QueueTrouble } from '../sync-pembayaran/queue/queue-trouble';
import { RefusalNotice } from '../sync-pembayaran/run/refusal-notice';
import { SyncStoreModule } from '../sync-pembayaran/sync-store.module';
import { ProcessBoard } from '../metrics/process-board';
import { ProcessReporter } from '../metrics/process-reporter';
import { EndpointRepository } from '../webhook/endpoint.repository';
import { webhookQueueModule } from '../webhook/webhook.queue';
import { DatabaseHealth } from './database.health';
import type { Figures } from './figures/figures';
import { FreshnessFigures } from './figures/freshness.figures';
import { FreshnessRepository } from './figures/freshness.repository';
import { QueueFigures } from './figures/queue.figures';
import { RunFigures } from './figures/run.figures';
import { TroubleFigures } from './figures/trouble.figures';
import { WebhookFigures } from './figures/webhook.figures';
import { HealthController } from './health.controller';
import { METRICS_FIGURES, MetricsController } from './metrics.controller';
import { QueueHealth } from './queue.health';

const FIGURES = [RunFigures, FreshnessFigures, QueueFigures, WebhookFigures, TroubleFigures];

@Module({
  imports: [TerminusModule.forRoot({ logger: false }), queuesModule, webhookQueueModule, SyncStoreModule],
  controllers: [HealthController, MetricsController],
  providers: [
    ...FIGURES,
    { provide: METRICS_FIGURES, useFactory: (...figures: Figures[]) => figures, inject: FIGURES },
    DatabaseHealth,
    EndpointRepository,
    FreshnessRepository,
    ProcessBoard,
    ProcessReporter,
    QueueHealth,
    QueueTrouble,
    RefusalNotice,
  ],
})
export class HealthModule {}
