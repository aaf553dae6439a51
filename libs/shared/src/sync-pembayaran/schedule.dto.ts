import 'reflect-metadata';
import { IsBoolean, IsISO8601, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsScope, type SyncScopeDto } from './start-sync.dto';

/** When a run starts by itself. */
export class ScheduleDto {
  @IsBoolean() enabled!: boolean;
  /** Five fields: minute, hour, day of month, month, day of week. */
  @IsString() @IsNotEmpty() @MaxLength(100) cron!: string;
  /** An IANA name such as Asia/Jakarta. */
  @IsString() @IsNotEmpty() @MaxLength(64) timezone!: string;
  @IsScope() scope?: SyncScopeDto;
}

export class SavedScheduleDto extends ScheduleDto {
  /** null while disabled. */
  @IsOptional() @IsISO8601() nextRunAt!: string | null;
  @IsOptional() @IsISO8601() lastRunAt!: string | null;
}
