import { ACTIVE_STATUSES } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { runOf } from './run-row';
import type { SyncRunEntity } from './sync-run.entity';
import { LIVE_WORKERS, type Workers, type WorkersRow, workersOf } from './worker-registry';

type Row = WorkersRow & { id: string | null; logMark: string } & Record<string, unknown>;

/** What moves while a run is active, as it is in one moment. */
export interface Moment {
  run: SyncRunEntity | null;
  /** Another one when the run, or its log, is another. */
  logMark: string;
  workers: Workers;
}

/** The active run with all that is asked of it again and again, in one statement. */
@Injectable()
export class ActiveRunRepository {
  constructor(private readonly dataSource: DataSource) {}

  async look(): Promise<Moment> {
    const [row] = await this.dataSource.query<Row[]>(
      `SELECT worker.*, run.*,
         (SELECT CONCAT_WS(' ', run.id, COUNT(*), MAX(line.id)) FROM sync_run_event AS line WHERE line.run_id = run.id) AS logMark
       FROM (${LIVE_WORKERS}) AS worker LEFT JOIN sync_run AS run ON run.status IN (?)`,
      [ACTIVE_STATUSES],
    );
    const { id, logMark } = row!;
    return {
      run: id === null ? null : runOf(this.dataSource.manager, row!),
      logMark,
      workers: workersOf(row!),
    };
  }
}
