import { Module } from '@nestjs/common';
import { ChangeNumbers } from './change-numbers';
import { ChangeRetention } from './change-retention';

/** The numbers of changes, for whoever reads or thins them. */
@Module({ providers: [ChangeNumbers, ChangeRetention], exports: [ChangeNumbers, ChangeRetention] })
export class UmpanStoreModule {}
