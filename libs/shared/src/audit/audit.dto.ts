import { IsIn, IsOptional } from 'class-validator';
import { PageQueryDto } from '../common/page.dto';
import type { Id, Timestamp } from '../common/scalars';
import { AUDIT_ACTIONS, type AuditAction } from './audit-actions';

/** Something that somebody did. */
export class AuditEntryDto {
  /** The entry's id; newer entries have larger ones. */
  id!: Id;
  /** When it was begun. */
  at!: Timestamp;
  /** The name as it was then. @example "Siti Aminah" */
  actor!: string;
  /** Whether a signed-in person did it, or an integrator's token. @example "user" */
  actorKind!: 'user' | 'token';
  /** What was done. */
  action!: AuditAction;
  /** The id of the run, student, token or user that it was done to; null where it concerns no single one. */
  target!: Id | null;
  /** false while it is being done, and for ever where the process died before it was known whether it was done. @example true */
  done!: boolean;
  /** What was asked for, without secrets. @example {"scope": {"lembaga": "SMP"}} */
  details!: Record<string, unknown> | null;
}

/** Which entries of the audit list. */
export class AuditQueryDto extends PageQueryDto {
  /** Only this action. */
  @IsOptional() @IsIn(AUDIT_ACTIONS) action?: AuditAction;
}
