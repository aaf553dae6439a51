import type {
  PageQueryDto,
  SyncRunDto,
  SyncRunPageDto,
  SyncRunSiswaPageDto,
  SyncRunSiswaQueryDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../common/cursor';
import { toRun } from './progress.presenter';
import { SyncRunSiswaRepository } from './store/sync-run-siswa.repository';
import type { SyncRunEntity } from './store/sync-run.entity';
import { SyncRunRepository } from './store/sync-run.repository';
import { RunNotFoundError } from './sync-pembayaran.errors';

/** The history of runs and their ledgers. */
@Injectable()
export class SyncRunsService {
  constructor(
    private readonly runs: SyncRunRepository,
    private readonly ledger: SyncRunSiswaRepository,
  ) {}

  async list({ limit, cursor }: PageQueryDto): Promise<SyncRunPageDto> {
    const before = cursor && String(decodeCursor(cursor, 1)[0]);
    const rows = await this.runs.page(limit + 1, before);
    return { items: rows.slice(0, limit).map(toRun), nextCursor: nextCursor(rows, limit, ({ id }) => id) };
  }

  async one(id: string): Promise<SyncRunDto> {
    return toRun(await this.existing(id));
  }

  async siswa(id: string, { limit, cursor, ...filter }: SyncRunSiswaQueryDto): Promise<SyncRunSiswaPageDto> {
    await this.existing(id);
    const after = cursor ? String(decodeCursor(cursor, 1)[0]) : '0';
    const rows = await this.ledger.page(id, filter, limit + 1, after);
    return { items: rows.slice(0, limit), nextCursor: nextCursor(rows, limit, ({ idperson }) => idperson) };
  }

  private async existing(id: string): Promise<SyncRunEntity> {
    const run = await this.runs.find(id);
    if (!run) throw new RunNotFoundError(id);
    return run;
  }
}

function nextCursor<T>(rows: T[], limit: number, keyOf: (row: T) => string): string | null {
  return rows.length > limit ? encodeCursor([String(keyOf(rows[limit - 1]!))]) : null;
}
