import { Module } from '@nestjs/common';
import { InfraModule } from './infra.module';
import { SyncPembayaranWorkerModule } from './sync-pembayaran/sync-pembayaran-worker.module';

/** The worker process. */
@Module({ imports: [InfraModule, SyncPembayaranWorkerModule] })
export class WorkerModule {}
