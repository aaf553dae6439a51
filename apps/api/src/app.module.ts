import { Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module';
import { HealthModule } from './health/health.module';
import { InfraModule } from './infra.module';
import { SiswaModule } from './siswa/siswa.module';
import { SyncPembayaranModule } from './sync-pembayaran/sync-pembayaran.module';

/** The API and page process. */
@Module({ imports: [InfraModule, AuthModule, HealthModule, SiswaModule, SyncPembayaranModule] })
export class AppModule {}
