import { Module } from '@nestjs/common';
import { InfraModule } from './infra.module';
import { SyncPembayaranWorkerModule } from './sync-pembayaran/sync-pembayaran-worker.module';
import { SurelWorkerModule } from './surel/surel.module';
import { WebhookWorkerModule } from './webhook/webhook.module';

/** The worker process. */
@Module({ imports: [InfraModule, SyncPembayaranWorkerModule, SurelWorkerModule, WebhookWorkerModule] })
export class WorkerModule {}
