import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A student whose payments could be had: the latest in this process, else the latest stored. */
@Injectable()
export class KnownGoodSiswa {
  private latest: string | null = null;

  constructor(private readonly dataSource: DataSource) {}

  note(idperson: string): void {
    this.latest = idperson;
  }

  async one(): Promise<string | null> {
    return this.latest ?? (await this.lastFetched());
  }

  private async lastFetched(): Promise<string | null> {
    const [row] = await this.dataSource.query<{ idperson: string }[]>(
      'SELECT idperson FROM siswa WHERE fetched_at IS NOT NULL AND left_at IS NULL ORDER BY fetched_at DESC LIMIT 1',
    );
    return row ? String(row.idperson) : null;
  }
}
