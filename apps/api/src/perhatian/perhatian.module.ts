import { Module } from '@nestjs/common';
import { HitunganModule } from '../hitungan/hitungan.module';
import { PaymentSourceModule } from '../sisda/payment-source.module';
import { SyncStoreModule } from '../sync-pembayaran/sync-store.module';
import { PerhatianController } from './perhatian.controller';
import { PerhatianRepository } from './perhatian.repository';
import { PerhatianService } from './perhatian.service';

@Module({
  imports: [HitunganModule, PaymentSourceModule, SyncStoreModule],
  controllers: [PerhatianController],
  providers: [PerhatianRepository, PerhatianService],
})
export class PerhatianModule {}
