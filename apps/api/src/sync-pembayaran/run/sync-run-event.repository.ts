import type { SyncLogLineDto } from '@bantubayar/shared';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { afterCommit } from '../../database/transaction';
import type { RunEvent } from './run-events';
import { SyncRunEventEntity } from './sync-run-event.entity';

const LINES = 200;

/** What is no move of the run, and may come often. */
const NOT_FOR_THE_LOG = new Set(['milestone', 'siswa_failed', 'failures_capped']);

/** The activity log of runs; what happens to a run itself stands in the log of the process too. */
@Injectable()
export class SyncRunEventRepository {
  private readonly logger = new Logger('Run');

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
    afterCommit(manager, () => this.log(runId, events));
  }

  private log(runId: string, events: readonly RunEvent[]): void {
    for (const { level, code, params } of events) {
      if (NOT_FOR_THE_LOG.has(code)) continue;
      const line = { runId: String(runId), ...params, event: code };
      if (level === 'error') this.logger.error(line, code);
      else if (level === 'warning') this.logger.warn(line, code);
      else this.logger.log(line, code);
    }
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
