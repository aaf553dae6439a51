import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { SyncScopeDto } from './start-sync.dto';

/** When a run starts by itself. */
export class ScheduleDto {
  @IsBoolean() enabled!: boolean;
  /** Five fields: minute, hour, day of month, month, day of week. */
  @IsString() @IsNotEmpty() @MaxLength(100) cron!: string;
  /** An IANA name such as Asia/Jakarta. */
  @IsString() @IsNotEmpty() @MaxLength(64) timezone!: string;
  @IsOptional() @ValidateNested() @Type(() => SyncScopeDto) scope?: SyncScopeDto;
}

export class SavedScheduleDto extends ScheduleDto {
  /** null while disabled. */
  @IsOptional() @IsISO8601() nextRunAt!: string | null;
  @IsOptional() @IsISO8601() lastRunAt!: string | null;
}
