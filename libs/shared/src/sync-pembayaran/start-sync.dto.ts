import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsId } from '../common/id';
import type { Count, Id, Whole } from '../common/scalars';
import { SiswaConditionsDto } from '../siswa/siswa-groups.dto';
import { FAILURE_REASON_CODES, type FailureReasonCode } from './failure-reasons';

/** The most students that a request may name. */
export const IDPERSON_LIST_MAX = 10_000;

function IsIdpersonList(): PropertyDecorator {
  const each = { each: true, message: 'idperson harus berupa daftar angka bulat positif dalam string' };
  const checks = [IsArray(), ArrayNotEmpty(), ArrayMaxSize(IDPERSON_LIST_MAX), IsId(each)];
  return (target, name) => checks.forEach((check) => check(target, name));
}

/** A scope: what is none, such as a list, must not pass for one without conditions. */
export function IsScope(): PropertyDecorator {
  const isObject = IsObject({ context: { statusCode: 422 } });
  const checks = [IsOptional(), isObject, ValidateNested(), Type(() => SyncScopeDto)];
  return (target, name) => checks.forEach((check) => check(target, name));
}

/** Which students a run takes; several conditions are all required together; none: everybody on the roster. */
export class SyncScopeDto extends SiswaConditionsDto {
  /** Only these students. */
  @IsOptional() @IsIdpersonList() idperson?: Id[];
  /** Only students that failed in this run. @example "12" */
  @IsOptional() @IsId({ message: 'failedOf harus berupa nomor run' }) failedOf?: Id;
  /** Only students that failed in this run, or were not reached before it was cancelled. @example "12" */
  @IsOptional() @IsId({ message: 'retryOf harus berupa nomor run' }) retryOf?: Id;
  /** With failedOf or retryOf: only students that failed there for this reason. */
  @IsOptional() @IsIn(FAILURE_REASON_CODES) reason?: FailureReasonCode;
  /** With failedOf or retryOf, true: leave out who has been fetched since. @example true */
  @IsOptional() @IsBoolean() unmended?: boolean;
  /** Only students not fetched within this many hours, or never. @example 24 */
  @IsOptional() @IsInt() @Min(0) @Max(87600) staleHours?: number;
  /** Only students whose oldest unpaid bill fell due at least so many days ago. @example 30 */
  @IsOptional() @IsInt() @Min(0) @Max(36500) terlambat?: number;
}

/** Which students of an ended run to try again; without a condition all that failed or were not reached. */
export class RetryDto {
  /** Only those that failed for this reason. */
  @IsOptional() @IsIn(FAILURE_REASON_CODES) reason?: FailureReasonCode;
  /** Only these of them. */
  @IsOptional() @IsIdpersonList() idperson?: Id[];
  /** true: leave out who has been fetched since, be it by another run. @example true */
  @IsOptional() @IsBoolean() unmended?: boolean;
}

/** What a run over a scope would be, before it starts. */
export class EstimateDto {
  /** How many students the run would take. */
  total!: Count;
  /** How long it would take, from the speed of the last run that ended; null without one. @example 28 */
  seconds!: Whole | null;
}

/** A run to start. */
export class StartSyncDto {
  /** Which students it takes; left out: everybody on the roster. */
  @IsScope() scope?: SyncScopeDto;
  /** While another run is active: wait in the queue instead of being refused. @example false */
  @IsOptional() @IsBoolean() queue?: boolean;
}
