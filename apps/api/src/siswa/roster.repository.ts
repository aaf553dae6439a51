import type { RosterResultDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, isDuplicate, type Transaction } from '../database/transaction';
import { ROSTER_FIELDS, type RosterRow } from '../sisda/sisda-roster.reader';
import { noteChanges } from '../umpan/note-changes';
import { rosterChanges, type StoredRow } from './roster-changes';
import { RosterSuspiciousError } from './siswa.errors';

const CHUNK = 500;
/** A roster smaller than this share of the students present is not believed. */
const BELIEVABLE_SHARE = 0.8;

const INTO_ITS_PLACE = `ON DUPLICATE KEY UPDATE
  ${ROSTER_FIELDS.map((field) => `${field} = VALUES(${field})`).join(', ')}, left_at = NULL`;

/** Writes the roster: who is new, who changed, who left. Nobody is deleted, nothing of a doubtful roster is applied. */
@Injectable()
export class RosterRepository {
  constructor(private readonly dataSource: DataSource) {}

  async apply(roster: RosterRow[], force: boolean, oleh: string | null): Promise<RosterResultDto> {
    try {
      return await this.applyOnce(roster, force, oleh);
    } catch (error) {
      // Somebody else has just read the roster too, and was first with a new student.
      if (isDuplicate(error)) return this.applyOnce(roster, force, oleh);
      throw error;
    }
  }

  private applyOnce(roster: RosterRow[], force: boolean, oleh: string | null): Promise<RosterResultDto> {
    return inTransaction(this.dataSource, async (tx) => {
      const stored = await this.lockAll(tx);
      const listed = new Set(roster.map(({ idperson }) => idperson));
      const present = [...stored.values()].filter(({ left_at }) => left_at === null);
      const left = present.map(({ idperson }) => idperson).filter((idperson) => !listed.has(idperson));
      if (!force && isSuspicious(roster.length, present.length)) {
        throw new RosterSuspiciousError(present.length, roster.length, left.length);
      }
      const inserted = roster.filter(({ idperson }) => !stored.has(idperson));
      const updated = roster.filter((row) => differs(row, stored.get(row.idperson)));
      for (const rows of chunks(inserted)) await this.insert(tx, rows);
      for (const rows of chunks(updated)) await this.insert(tx, rows, INTO_ITS_PLACE);
      for (const idpersons of chunks(left)) await this.markAsLeft(tx, idpersons);
      const changes = rosterChanges(stored, [...inserted, ...updated], left, oleh);
      for (const some of chunks(changes)) await noteChanges(tx, some);
      return {
        inserted: inserted.length,
        updated: updated.length,
        unchanged: roster.length - inserted.length - updated.length,
        left: left.length,
        total: roster.length,
      };
    });
  }

  private async lockAll(tx: Transaction): Promise<Map<string, StoredRow>> {
    const rows = await tx.query<StoredRow[]>(
      `SELECT idperson, ${ROSTER_FIELDS.join(', ')}, left_at FROM siswa ORDER BY idperson FOR UPDATE`,
    );
    return new Map(rows.map((row) => [String(row.idperson), { ...row, idperson: String(row.idperson) }]));
  }

  private async insert(tx: Transaction, rows: RosterRow[], whereThere = ''): Promise<void> {
    await tx.query(
      `INSERT INTO siswa (idperson, ${ROSTER_FIELDS.join(', ')}, created_at)
       VALUES ${rows.map(() => `(?, ${ROSTER_FIELDS.map(() => '?').join(', ')}, UTC_TIMESTAMP(3))`).join(', ')} ${whereThere}`,
      rows.flatMap((row) => [row.idperson, ...ROSTER_FIELDS.map((field) => row[field])]),
    );
  }

  private async markAsLeft(tx: Transaction, idpersons: string[]): Promise<void> {
    await tx.query('UPDATE siswa SET left_at = UTC_TIMESTAMP(3) WHERE idperson IN (?)', [idpersons]);
  }
}

/** An empty roster is doubtful even for a school without students: it would be reported as success. */
function isSuspicious(incoming: number, present: number): boolean {
  return incoming === 0 || incoming < present * BELIEVABLE_SHARE;
}

function differs(row: RosterRow, stored: StoredRow | undefined): boolean {
  if (!stored) return false;
  return stored.left_at !== null || ROSTER_FIELDS.some((field) => row[field] !== stored[field]);
}

function* chunks<T>(all: T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += CHUNK) yield all.slice(start, start + CHUNK);
}
