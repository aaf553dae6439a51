import type { FailureReasonCode, KredensialName } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How the service answered, as far as it concerns the connection. */
export interface Contact {
  /** null: well. */
  reason: FailureReasonCode | null;
  httpStatus: number | null;
  durationMs: number;
}

/** What is stored of the connection; credentials are sealed. */
export interface StoredKoneksi extends Record<KredensialName, Buffer | null> {
  /** Another one with each change of the credentials. */
  version: number;
  savedBy: string | null;
  savedAt: Date | null;
  contact: (Contact & { at: Date }) | null;
  /** Since when the credentials are refused. */
  rejectedSince: Date | null;
}

interface Row {
  version: number;
  token: Buffer | null;
  cookie: Buffer | null;
  saved_by: string | null;
  saved_at: Date | null;
  contact_at: Date | null;
  contact_reason: FailureReasonCode | null;
  contact_status: number | null;
  contact_ms: number | null;
  rejected_since: Date | null;
}

/** The one row that tells of the connection to the payment service. Times are the database's. */
@Injectable()
export class KoneksiRepository {
  constructor(private readonly dataSource: DataSource) {}

  async get(): Promise<StoredKoneksi> {
    const [row] = await this.dataSource.query<Row[]>('SELECT * FROM koneksi WHERE id = 1');
    return toStored(row!);
  }

  /** What is left out stays; null removes. */
  async save(changed: Partial<Record<KredensialName, Buffer | null>>, by: string): Promise<void> {
    const names = (['token', 'cookie'] as const).filter((name) => changed[name] !== undefined);
    await this.dataSource.query(
      `UPDATE koneksi SET ${names.map((name) => `${name} = ?, `).join('')} version = version + 1, saved_by = ?,
         saved_at = UTC_TIMESTAMP(3) WHERE id = 1`,
      [...names.map((name) => changed[name]), by],
    );
  }

  /** Notes a contact, unless the credentials have been changed since; it clears or begins a refusal, or leaves it. */
  async note(version: number, contact: Contact, refused: boolean | null): Promise<void> {
    const since = {
      true: 'COALESCE(rejected_since, UTC_TIMESTAMP(3))',
      false: 'NULL',
      null: 'rejected_since',
    };
    await this.dataSource.query(
      `UPDATE koneksi SET contact_at = UTC_TIMESTAMP(3), contact_reason = ?, contact_status = ?, contact_ms = ?,
         rejected_since = ${since[`${refused}`]} WHERE id = 1 AND version = ?`,
      [contact.reason, contact.httpStatus, contact.durationMs, version],
    );
  }
}

function toStored(row: Row): StoredKoneksi {
  const { contact_at, contact_reason, contact_status, contact_ms } = row;
  return {
    version: Number(row.version),
    token: row.token,
    cookie: row.cookie,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
    contact: contact_at && {
      ...{ at: contact_at, reason: contact_reason },
      ...{ httpStatus: contact_status, durationMs: contact_ms ?? 0 },
    },
    rejectedSince: row.rejected_since,
  };
}
