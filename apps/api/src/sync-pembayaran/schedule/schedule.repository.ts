import type { SavedScheduleDto, ScheduleDto, SyncScopeDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { env } from '../../config/env';

const ID = 1;
const NIGHTLY: SavedScheduleDto = {
  enabled: false,
  cron: '0 2 * * *',
  timezone: env.SCHOOL_TIMEZONE,
  scope: {},
  nextRunAt: null,
  lastRunAt: null,
};

/** A schedule whose time has come. */
export interface DueSchedule {
  cron: string;
  timezone: string;
  scope: SyncScopeDto;
  dueAt: Date;
  now: Date;
}

interface Row {
  enabled: number;
  cron: string;
  timezone: string;
  scope: string;
  next_run_at: Date | null;
  last_run_at: Date | null;
  now: Date;
}

/** The one schedule of the school. Times are the database's. */
@Injectable()
export class ScheduleRepository {
  constructor(private readonly dataSource: DataSource) {}

  async get(): Promise<SavedScheduleDto> {
    const row = await this.row();
    return row ? toDto(row) : NIGHTLY;
  }

  async save({ enabled, cron, timezone, scope = {} }: ScheduleDto, nextRunAt: Date | null): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO sync_schedule (id, enabled, cron, timezone, scope, next_run_at) VALUES (?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE enabled = VALUES(enabled), cron = VALUES(cron), timezone = VALUES(timezone),
         scope = VALUES(scope), next_run_at = VALUES(next_run_at)`,
      [ID, enabled, cron, timezone, JSON.stringify(scope), nextRunAt],
    );
  }

  async due(): Promise<DueSchedule | null> {
    const row = await this.row('enabled AND next_run_at <= UTC_TIMESTAMP(3)');
    if (!row) return null;
    const { cron, timezone, scope, next_run_at, now } = row;
    return { cron, timezone, scope: JSON.parse(scope) as SyncScopeDto, dueAt: next_run_at!, now };
  }

  /** True for one worker: the schedule's time is its to use, and the next one is set. */
  async claim({ dueAt }: DueSchedule, next: Date): Promise<boolean> {
    const { affectedRows } = await this.dataSource.query<{ affectedRows: number }>(
      'UPDATE sync_schedule SET next_run_at = ? WHERE id = ? AND enabled AND next_run_at = ?',
      [next, ID, dueAt],
    );
    return affectedRows === 1;
  }

  /** A run has begun by it. */
  async noteRun(): Promise<void> {
    await this.dataSource.query('UPDATE sync_schedule SET last_run_at = UTC_TIMESTAMP(3) WHERE id = ?', [ID]);
  }

  private async row(condition = 'TRUE'): Promise<Row | undefined> {
    const [row] = await this.dataSource.query<Row[]>(
      `SELECT enabled, cron, timezone, scope, next_run_at, last_run_at, UTC_TIMESTAMP(3) AS now
       FROM sync_schedule WHERE id = ? AND ${condition}`,
      [ID],
    );
    return row;
  }
}

function toDto({ enabled, cron, timezone, scope, next_run_at, last_run_at }: Row): SavedScheduleDto {
  return {
    enabled: enabled === 1,
    cron,
    timezone,
    scope: JSON.parse(scope) as SyncScopeDto,
    nextRunAt: next_run_at?.toISOString() ?? null,
    lastRunAt: last_run_at?.toISOString() ?? null,
  };
}
