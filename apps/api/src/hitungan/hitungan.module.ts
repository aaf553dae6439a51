import { Module } from '@nestjs/common';
import { CountedBillsRepository } from './counted-bills.repository';
import { CountingRepository } from './counting.repository';
import { HitunganKeeper } from './hitungan-keeper';
import { HitunganRepository } from './hitungan.repository';
import { NumbersRepository } from './numbers.repository';
import { Readers } from './readers';
import { SearchRepository } from './search.repository';
import { WordsRepository } from './words.repository';

/** Sums that are counted ahead, and whoever keeps them. */
@Module({
  providers: [
    CountedBillsRepository,
    CountingRepository,
    HitunganKeeper,
    HitunganRepository,
    NumbersRepository,
    Readers,
    SearchRepository,
    WordsRepository,
  ],
  exports: [HitunganRepository, SearchRepository],
})
export class HitunganModule {}
