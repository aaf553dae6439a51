import { Module } from '@nestjs/common';
import { FiguresKeeper } from './figures-keeper';
import { OutdatedFiguresRepository } from './outdated-figures.repository';
import { PembayaranWriter } from './pembayaran-writer';
import { PembayaranRepository } from './pembayaran.repository';
import { PerubahanListRepository } from './perubahan-list.repository';
import { PerubahanRepository } from './perubahan.repository';
import { ReviewRepository } from './review.repository';
import { TagihanTerbukaRepository } from './tagihan-terbuka.repository';

const stores = [
  PembayaranRepository,
  PembayaranWriter,
  PerubahanListRepository,
  PerubahanRepository,
  ReviewRepository,
  TagihanTerbukaRepository,
];

/** What is stored of students' payments; whichever process has it keeps the figures right. */
@Module({ providers: [...stores, OutdatedFiguresRepository, FiguresKeeper], exports: stores })
export class PembayaranModule {}
