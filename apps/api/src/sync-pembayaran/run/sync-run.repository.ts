import {
  ACTIVE_STATUSES,
  ENDED_STATUSES,
  type RunsQueryDto,
  type RunStatus,
  type SyncScopeDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { And, DataSource, In, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';
import { beginOf, dayAfter } from '../../common/school-day';
import { isDuplicate } from '../../database/transaction';
import { readRun } from './run-row';
import { SyncRunEntity } from './sync-run.entity';

export interface NewRun {
  scope: SyncScopeDto;
  startedBy: string;
  parentRunId?: string;
}

/** Which runs. */
export type RunsFilter = Omit<RunsQueryDto, 'limit' | 'cursor'>;

/** Runs: making and finding them. */
@Injectable()
export class SyncRunRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: string): Promise<SyncRunEntity | null> {
    return readRun(this.dataSource.manager, 'id = ?', [id]);
  }

  /** The one run that is preparing, running, paused or cancelling. */
  active(): Promise<SyncRunEntity | null> {
    return readRun(this.dataSource.manager, 'status IN (?)', [ACTIVE_STATUSES]);
  }

  firstQueued(): Promise<SyncRunEntity | null> {
    return this.runs.findOne({ where: { status: 'queued' }, order: { id: 'ASC' } });
  }

  /** Those that wait, in their order. */
  queued(): Promise<SyncRunEntity[]> {
    return this.runs.find({ where: { status: 'queued' }, order: { id: 'ASC' } });
  }

  lastEnded(): Promise<SyncRunEntity | null> {
    return this.runs.findOne({
      where: { status: In(ENDED_STATUSES) },
      order: { finishedAt: 'DESC', id: 'DESC' },
    });
  }

  /** The last run that reached its end with somebody in it: the measure of how fast the next will be. */
  lastCompleted(): Promise<SyncRunEntity | null> {
    const where = { status: In(['completed', 'partial']), total: MoreThan(0) };
    return this.runs.findOne({ where, order: { id: 'DESC' } });
  }

  /** Runs of a filter, newest first, those with a smaller id than `before`. */
  page({ from, to, ...equal }: RunsFilter, limit: number, before?: string): Promise<SyncRunEntity[]> {
    const asked = [
      ...(from ? [MoreThanOrEqual(beginOf(from))] : []),
      ...(to ? [LessThan(beginOf(dayAfter(to)))] : []),
    ];
    return this.runs.find({
      where: {
        ...equal,
        ...(asked.length > 0 && { createdAt: And(...asked) }),
        ...(before && { id: LessThan(before) }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  /** How many runs are in each state; of states without any it says nothing. */
  async countByStatus(): Promise<Map<RunStatus, number>> {
    const rows = await this.dataSource.query<{ status: RunStatus; n: string }[]>(
      'SELECT status, COUNT(*) AS n FROM sync_run GROUP BY status',
    );
    return new Map(rows.map(({ status, n }) => [status, Number(n)]));
  }

  /** How many answers of each of these runs wait for somebody to decide. */
  async openReviews(ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.dataSource.query<{ id: string; n: string }[]>(
      'SELECT run_id AS id, COUNT(*) AS n FROM pembayaran_review WHERE run_id IN (?) GROUP BY run_id',
      [ids],
    );
    return new Map(rows.map(({ id, n }) => [String(id), Number(n)]));
  }

  /** A run that prepares at once; null when another is active. */
  async createActive(run: NewRun): Promise<SyncRunEntity | null> {
    if (await this.active()) return null;
    try {
      return await this.create(run, 'preparing');
    } catch (error) {
      if (isDuplicate(error)) return null;
      throw error;
    }
  }

  createQueued(run: NewRun): Promise<SyncRunEntity> {
    return this.create(run, 'queued');
  }

  /** The page forgets an ended run; history keeps it. */
  async dismiss(id: string): Promise<void> {
    await this.dataSource.query('UPDATE sync_run SET dismissed_at = UTC_TIMESTAMP(3) WHERE id = ?', [id]);
  }

  private async create(run: NewRun, status: 'preparing' | 'queued'): Promise<SyncRunEntity> {
    const startedAt = status === 'preparing' ? 'UTC_TIMESTAMP(3)' : 'NULL';
    const { insertId } = await this.dataSource.query<{ insertId: number | string }>(
      `INSERT INTO sync_run (status, scope, started_by, parent_run_id, created_at, started_at)
       VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3), ${startedAt})`,
      [status, JSON.stringify(run.scope), run.startedBy, run.parentRunId ?? null],
    );
    return this.runs.findOneByOrFail({ id: String(insertId) });
  }

  private get runs() {
    return this.dataSource.getRepository(SyncRunEntity);
  }
}
