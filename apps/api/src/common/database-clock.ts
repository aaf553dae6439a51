import type { Day } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { schoolDay } from './school-day';

/** The one clock that all processes share: each machine's own may be wrong. */
@Injectable()
export class DatabaseClock {
  constructor(private readonly dataSource: DataSource) {}

  async today(): Promise<Day> {
    return schoolDay(await this.now());
  }

  async now(): Promise<Date> {
    const [row] = await this.dataSource.query<{ now: Date }[]>('SELECT UTC_TIMESTAMP(3) AS now');
    return row!.now;
  }
}
