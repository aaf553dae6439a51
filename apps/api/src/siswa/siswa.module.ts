import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DatabaseClock } from '../common/database-clock';
import { PaymentSourceModule } from '../sisda/payment-source.module';
import { PembayaranModule } from '../pembayaran/pembayaran.module';
import { HitunganModule } from '../hitungan/hitungan.module';
import { DemoRoster } from './demo-roster';
import { PesanController } from './pesan.controller';
import { PesanRepository } from './pesan.repository';
import { RingkasanRepository } from './ringkasan.repository';
import { RosterRepository } from './roster.repository';
import { RosterStage } from './roster-stage';
import { RosterService } from './roster.service';
import { SiswaBulkController } from './siswa-bulk.controller';
import { SiswaBulkRepository } from './siswa-bulk.repository';
import { SiswaExportController } from './siswa-export.controller';
import { SiswaController } from './siswa.controller';
import { SiswaEntity } from './siswa.entity';
import { SiswaRepository } from './siswa.repository';
import { SiswaService } from './siswa.service';
import { TunggakanController } from './tunggakan.controller';
import { TunggakanRepository } from './tunggakan.repository';
import { TunggakanService } from './tunggakan.service';

@Module({
  imports: [TypeOrmModule.forFeature([SiswaEntity]), PaymentSourceModule, PembayaranModule, HitunganModule],
  controllers: [
    PesanController,
    // Before the exports, which take any ending.
    SiswaBulkController,
    SiswaExportController,
    SiswaController,
    TunggakanController,
  ],
  providers: [
    DatabaseClock,
    DemoRoster,
    PesanRepository,
    RingkasanRepository,
    RosterRepository,
    RosterService,
    RosterStage,
    SiswaBulkRepository,
    SiswaRepository,
    SiswaService,
    TunggakanRepository,
    TunggakanService,
  ],
  exports: [HitunganModule, RingkasanRepository, SiswaRepository, TunggakanRepository],
})
export class SiswaModule {}
