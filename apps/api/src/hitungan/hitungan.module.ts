import { Module } from '@nestjs/common';
import { CountedBillsRepository } from './counted-bills.repository';
import { CountingRepository } from './counting.repository';
import { HitunganKeeper } from './hitungan-keeper';
import { HitunganRepository } from './hitungan.repository';
import { NamesRepository } from './names.repository';
import { Readers } from './readers';
import { WordsRepository } from './words.repository';

/** Sums that are counted ahead, and whoever keeps them. */
@Module({
  providers: [
    CountedBillsRepository,
    CountingRepository,
    HitunganKeeper,
    HitunganRepository,
    NamesRepository,
    Readers,
    WordsRepository,
  ],
  exports: [HitunganRepository, NamesRepository],
})
export class HitunganModule {}
