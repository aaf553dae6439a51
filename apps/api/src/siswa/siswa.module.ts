import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PaymentSourceModule } from '../sisda/payment-source.module';
import { PembayaranModule } from '../pembayaran/pembayaran.module';
import { DemoRoster } from './demo-roster';
import { RingkasanRepository } from './ringkasan.repository';
import { RosterRepository } from './roster.repository';
import { RosterService } from './roster.service';
import { SiswaExportController } from './siswa-export.controller';
import { SiswaController } from './siswa.controller';
import { SiswaEntity } from './siswa.entity';
import { SiswaRepository } from './siswa.repository';
import { SiswaService } from './siswa.service';

@Module({
  imports: [TypeOrmModule.forFeature([SiswaEntity]), PaymentSourceModule, PembayaranModule],
  controllers: [SiswaExportController, SiswaController],
  providers: [
    DemoRoster,
    RingkasanRepository,
    RosterRepository,
    RosterService,
    SiswaRepository,
    SiswaService,
  ],
  exports: [RingkasanRepository, SiswaRepository],
})
export class SiswaModule {}
