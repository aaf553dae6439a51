import type { AuditAction, AuditEntryDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export type NewAuditEntry = Omit<AuditEntryDto, 'id' | 'at'>;

interface Row {
  id: string;
  at: Date;
  actor: string;
  actor_kind: AuditEntryDto['actorKind'];
  action: AuditAction;
  target: string | null;
  details: string | null;
}

/** Who did what, newest first. Entries are only ever added. */
@Injectable()
export class AuditRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add({ actor, actorKind, action, target, details }: NewAuditEntry): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO audit_entry (at, actor, actor_kind, action, target, details)
       VALUES (UTC_TIMESTAMP(3), ?, ?, ?, ?, ?)`,
      [actor, actorKind, action, target, details && JSON.stringify(details)],
    );
  }

  /** Entries with a smaller id than `before`. */
  async page(action: AuditAction | undefined, limit: number, before?: string): Promise<AuditEntryDto[]> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT id, at, actor, actor_kind, action, target, details FROM audit_entry
       WHERE TRUE ${action ? 'AND action = ?' : ''} ${before === undefined ? '' : 'AND id < ?'}
       ORDER BY id DESC LIMIT ?`,
      [...(action ? [action] : []), ...(before === undefined ? [] : [before]), limit],
    );
    return rows.map(toDto);
  }
}

function toDto({ id, at, actor, actor_kind, action, target, details }: Row): AuditEntryDto {
  return {
    id: String(id),
    at: at.toISOString(),
    actor,
    actorKind: actor_kind,
    action,
    target,
    details: details === null ? null : (JSON.parse(details) as Record<string, unknown>),
  };
}
