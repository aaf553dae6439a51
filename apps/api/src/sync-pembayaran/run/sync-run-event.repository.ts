import type { SyncLogLineDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { RunEvent } from './run-events';
import { SyncRunEventEntity } from './sync-run-event.entity';

const LINES = 200;

/** The activity log of runs. */
@Injectable()
export class SyncRunEventRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Appends lines; within a transaction when its manager is given. */
  async add(
    runId: string,
    events: RunEvent[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map(() => '(?, UTC_TIMESTAMP(3), ?, ?, ?, ?)').join(', ');
    await manager.query(
      `INSERT INTO sync_run_event (run_id, at, level, code, message, params) VALUES ${rows}`,
      events.flatMap(({ level, code, message, params }) => [
        runId,
        level,
        code,
        message,
        params ? JSON.stringify(params) : null,
      ]),
    );
  }

  /** The last 200 lines of a run, or the first 200 after the line with id `after`; oldest first. */
  async linesOf(runId: string, after?: number): Promise<SyncLogLineDto[]> {
    const query = this.dataSource
      .getRepository(SyncRunEventEntity)
      .createQueryBuilder('event')
      .where('event.runId = :runId', { runId })
      .limit(LINES);
    if (after === undefined) return (await query.orderBy('event.id', 'DESC').getMany()).reverse().map(toLine);
    return (await query.andWhere('event.id > :after', { after }).orderBy('event.id').getMany()).map(toLine);
  }
}

function toLine({ id, at, level, code, message, params }: SyncRunEventEntity): SyncLogLineDto {
  return { id: Number(id), at: at.toISOString(), level, code, message, params };
}
