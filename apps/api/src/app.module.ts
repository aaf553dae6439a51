import { Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module';
import { AuthModule } from './auth/auth.module';
import { DashboardModule } from './dashboard/dashboard.module';
import { HealthModule } from './health/health.module';
import { InfraModule } from './infra.module';
import { KoneksiModule } from './koneksi/koneksi.module';
import { PerhatianModule } from './perhatian/perhatian.module';
import { SiswaModule } from './siswa/siswa.module';
import { SyncPembayaranModule } from './sync-pembayaran/sync-pembayaran.module';
import { SurelModule } from './surel/surel.module';
import { WebhookModule } from './webhook/webhook.module';
import { UmpanModule } from './umpan/umpan.module';

/** The API and page process. */
@Module({
  imports: [
    InfraModule,
    AuditModule,
    AuthModule,
    DashboardModule,
    HealthModule,
    KoneksiModule,
    PerhatianModule,
    SiswaModule,
    SyncPembayaranModule,
    SurelModule,
    WebhookModule,
    UmpanModule,
  ],
})
export class AppModule {}
