import { Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module';
import { InfraModule } from './infra.module';
import { SyncPembayaranModule } from './sync-pembayaran/sync-pembayaran.module';

/** The process behind `npm run sync`: it starts a run and watches it, as the page does. */
@Module({ imports: [InfraModule, AuditModule, SyncPembayaranModule] })
export class SyncCommandModule {}
