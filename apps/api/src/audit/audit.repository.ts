import type { AuditAction, AuditEntryDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Who is about to do what. */
export type Intent = Pick<AuditEntryDto, 'actor' | 'actorKind' | 'action' | 'target'>;

interface Row {
  id: string;
  at: Date;
  actor: string;
  actor_kind: AuditEntryDto['actorKind'];
  action: AuditAction;
  target: string | null;
  details: string | null;
  done_at: Date | null;
}

/**
 * Who did what, newest first. An entry stands there before the deed is done, so none is done without one; the entry of a
 * deed that was refused goes again.
 */
@Injectable()
export class AuditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Answers the entry's id. */
  async begin({ actor, actorKind, action, target }: Intent): Promise<string> {
    const { insertId } = await this.dataSource.query<{ insertId: number | string }>(
      'INSERT INTO audit_entry (at, actor, actor_kind, action, target) VALUES (UTC_TIMESTAMP(3), ?, ?, ?, ?)',
      [actor, actorKind, action, target],
    );
    return String(insertId);
  }

  /** The deed is done. */
  async complete(id: string, { target, details }: Pick<AuditEntryDto, 'target' | 'details'>): Promise<void> {
    await this.dataSource.query(
      'UPDATE audit_entry SET target = ?, details = ?, done_at = UTC_TIMESTAMP(3) WHERE id = ?',
      [target, details && JSON.stringify(details), id],
    );
  }

  /** The deed was refused. */
  async withdraw(id: string): Promise<void> {
    await this.dataSource.query('DELETE FROM audit_entry WHERE id = ? AND done_at IS NULL', [id]);
  }

  /** Entries with a smaller id than `before`. */
  async page(action: AuditAction | undefined, limit: number, before?: string): Promise<AuditEntryDto[]> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT id, at, actor, actor_kind, action, target, details, done_at FROM audit_entry
       WHERE TRUE ${action ? 'AND action = ?' : ''} ${before === undefined ? '' : 'AND id < ?'}
       ORDER BY id DESC LIMIT ?`,
      [...(action ? [action] : []), ...(before === undefined ? [] : [before]), limit],
    );
    return rows.map(toDto);
  }
}

function toDto({ id, at, actor, actor_kind, action, target, details, done_at }: Row): AuditEntryDto {
  return {
    id: String(id),
    at: at.toISOString(),
    actor,
    actorKind: actor_kind,
    action,
    target,
    done: done_at !== null,
    details: details === null ? null : (JSON.parse(details) as Record<string, unknown>),
  };
}
