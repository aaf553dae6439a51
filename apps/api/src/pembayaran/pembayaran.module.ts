import { Module } from '@nestjs/common';
import { PembayaranChangeRepository } from './pembayaran-change.repository';
import { PembayaranWriter } from './pembayaran-writer';
import { PembayaranRepository } from './pembayaran.repository';

const providers = [PembayaranChangeRepository, PembayaranRepository, PembayaranWriter];

/** What is stored of students' payments. */
@Module({ providers, exports: providers })
export class PembayaranModule {}
