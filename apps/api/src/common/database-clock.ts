import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The one clock that all processes share: each machine's own may be wrong. */
@Injectable()
export class DatabaseClock {
  constructor(private readonly dataSource: DataSource) {}

  async now(): Promise<Date> {
    const [row] = await this.dataSource.query<{ now: Date }[]>('SELECT UTC_TIMESTAMP(3) AS now');
    return row!.now;
  }
}
