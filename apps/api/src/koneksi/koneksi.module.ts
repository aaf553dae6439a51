import { Module } from '@nestjs/common';
import { PaymentSourceModule } from '../sisda/payment-source.module';
import { ConnectionTest } from './connection-test';
import { KoneksiController } from './koneksi.controller';
import { KoneksiService } from './koneksi.service';

@Module({
  imports: [PaymentSourceModule],
  controllers: [KoneksiController],
  providers: [ConnectionTest, KoneksiService],
})
export class KoneksiModule {}
