import { Module } from '@nestjs/common';
import { PerubahanRepository } from './perubahan.repository';
import { PembayaranWriter } from './pembayaran-writer';
import { PembayaranRepository } from './pembayaran.repository';

const providers = [PerubahanRepository, PembayaranRepository, PembayaranWriter];

/** What is stored of students' payments. */
@Module({ providers, exports: providers })
export class PembayaranModule {}
