import { IsBoolean, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { Timestamp } from '../common/scalars';
import { IsScope, type SyncScopeDto } from './start-sync.dto';

/** When a run starts by itself. */
export class ScheduleDto {
  /** Whether it does. @example true */
  @IsBoolean() enabled!: boolean;
  /** Five fields: minute, hour, day of month, month, day of week. @example "0 2 * * *" */
  @IsString() @IsNotEmpty() @MaxLength(100) cron!: string;
  /** An IANA name. @example "Asia/Jakarta" */
  @IsString() @IsNotEmpty() @MaxLength(64) timezone!: string;
  /** Which students the run takes; left out: everybody on the roster. */
  @IsScope() scope?: SyncScopeDto;
}

/** The schedule as it is kept. */
export class SavedScheduleDto extends ScheduleDto {
  /** Which students the run takes; {} is everybody on the roster. */
  declare scope: SyncScopeDto;
  /** When the next run starts; null while disabled. */
  nextRunAt!: Timestamp | null;
  /** When the last one started by itself; null: never. */
  lastRunAt!: Timestamp | null;
}
