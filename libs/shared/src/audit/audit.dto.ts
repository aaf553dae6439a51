import { IsBoolean, IsIn, IsISO8601, IsObject, IsOptional, IsString } from 'class-validator';
import { PageQueryDto } from '../common/page.dto';
import { AUDIT_ACTIONS, type AuditAction } from './audit-actions';

/** Something that somebody did. */
export class AuditEntryDto {
  @IsString() id!: string;
  @IsISO8601() at!: string;
  /** The name as it was then. */
  @IsString() actor!: string;
  @IsIn(['user', 'token']) actorKind!: 'user' | 'token';
  @IsIn(AUDIT_ACTIONS) action!: AuditAction;
  /** The id of the run, student, token or user that it was done to; null where it concerns no single one. */
  @IsOptional() @IsString() target!: string | null;
  /** false while it is being done, and for ever where the process died before it was known whether it was done. */
  @IsBoolean() done!: boolean;
  /** What was asked for, without secrets. */
  @IsOptional() @IsObject() details!: Record<string, unknown> | null;
}

export class AuditQueryDto extends PageQueryDto {
  @IsOptional() @IsIn(AUDIT_ACTIONS) action?: AuditAction;
}
