import { Module } from '@nestjs/common';
import { SiswaModule } from '../siswa/siswa.module';
import { SyncPembayaranModule } from '../sync-pembayaran/sync-pembayaran.module';
import { SyncStoreModule } from '../sync-pembayaran/sync-store.module';
import { DashboardController } from './dashboard.controller';
import { DashboardService } from './dashboard.service';

@Module({
  imports: [SiswaModule, SyncPembayaranModule, SyncStoreModule],
  controllers: [DashboardController],
  providers: [DashboardService],
})
export class DashboardModule {}
