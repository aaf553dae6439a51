import type { RosterResultDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JSON_UNTOUCHED } from '../database/json-untouched';
import { inTransaction, isDuplicate, type Transaction } from '../database/transaction';
import { ROSTER_FIELDS, type RosterRow } from '../sisda/sisda-roster.reader';
import { noteChanges } from '../umpan/note-changes';
import { type ChangedRow, type JoinedRow, rosterChanges, toChanged } from './roster-changes';
import { RosterStage } from './roster-stage';
import { RosterSuspiciousError } from './siswa.errors';

const CHUNK = 500;
/** A roster smaller than this share of the students present is not believed. */
const BELIEVABLE_SHARE = 0.8;
/** Nor one that lacks more of them than this share: it is somebody else's. In a new school year a third leave, and others come. */
const BELIEVABLE_LEAVERS = 0.5;

const INTO_ITS_PLACE = `ON DUPLICATE KEY UPDATE
  ${ROSTER_FIELDS.map((field) => `${field} = VALUES(${field})`).join(', ')}, left_at = NULL`;

const IS_MISSING =
  'NOT EXISTS (SELECT 1 FROM siswa_baru AS baru WHERE baru.bacaan = ? AND baru.idperson = siswa.idperson)';

/** Writes the roster: who is new, who changed, who left. Nobody is deleted, nothing of a doubtful roster is applied. */
@Injectable()
export class RosterRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stage: RosterStage,
  ) {}

  /** All of it or nothing; a roster that breaks off while it is read is nothing. */
  async apply(
    roster: Iterable<RosterRow> | AsyncIterable<RosterRow>,
    force: boolean,
    oleh: string | null,
  ): Promise<RosterResultDto> {
    return this.stage.hold(roster, async (bacaan) => {
      try {
        return await this.applyOnce(bacaan, force, oleh);
      } catch (error) {
        // Somebody of the version before has just read the roster too, and was first with a new student.
        if (isDuplicate(error)) return this.applyOnce(bacaan, force, oleh);
        throw error;
      }
    });
  }

  private applyOnce(bacaan: number, force: boolean, oleh: string | null): Promise<RosterResultDto> {
    return inTransaction(this.dataSource, async (tx) => {
      await tx.query('SELECT nomor FROM siswa_baru WHERE bacaan = 0 FOR UPDATE');
      const { total, present, gone } = await this.counts(tx, bacaan);
      if (!force && isSuspicious(total, present, gone)) throw new RosterSuspiciousError(present, total, gone);
      const result = { inserted: 0, updated: 0, unchanged: 0, left: 0, total };
      for await (const changed of this.changed(tx, bacaan)) {
        const inserted = changed.filter(({ stored }) => !stored).map(({ row }) => row);
        const updated = changed.filter(({ stored }) => stored).map(({ row }) => row);
        if (inserted.length > 0) await this.insert(tx, inserted);
        if (updated.length > 0) await this.insert(tx, updated, INTO_ITS_PLACE);
        const stored = new Map(
          changed.flatMap(({ row, stored }) => (stored ? [[row.idperson, stored]] : [])),
        );
        await noteChanges(tx, rosterChanges(stored, [...inserted, ...updated], [], oleh));
        result.inserted += inserted.length;
        result.updated += updated.length;
      }
      if (gone > 0)
        for await (const left of this.missing(tx, bacaan)) {
          await this.markAsLeft(tx, left);
          await noteChanges(tx, rosterChanges(new Map(), [], left, oleh));
          result.left += left.length;
        }
      return { ...result, unchanged: total - result.inserted - result.updated };
    });
  }

  private async counts(tx: Transaction, bacaan: number) {
    const [row] = await tx.query<Record<'total' | 'present' | 'gone', string>[]>(
      `SELECT (SELECT COUNT(*) FROM siswa_baru WHERE bacaan = ?) AS total,
         (SELECT COUNT(*) FROM siswa WHERE left_at IS NULL) AS present,
         (SELECT COUNT(*) FROM siswa WHERE left_at IS NULL AND ${IS_MISSING}) AS gone`,
      [bacaan, bacaan],
    );
    return { total: Number(row!.total), present: Number(row!.present), gone: Number(row!.gone) };
  }

  /** Who is new or differs, with what is stored, some at a time. */
  private async *changed(tx: Transaction, bacaan: number): AsyncGenerator<ChangedRow[]> {
    const of = (table: string, as: string) =>
      ROSTER_FIELDS.map((field) => `${table}.${field} AS ${as}${field}`);
    const same = ROSTER_FIELDS.map(
      (field) => `CAST(siswa.${field} AS BINARY) <=> CAST(baru.${field} AS BINARY)`,
    );
    for (let after = '0'; ;) {
      const rows = await tx.query<JoinedRow[]>(
        `SELECT baru.idperson, siswa.idperson AS known, siswa.left_at, ${of('baru', 'is_').join(', ')},
           ${of('siswa', 'was_').join(', ')}
         FROM siswa_baru AS baru LEFT JOIN siswa ON siswa.idperson = baru.idperson
         WHERE bacaan = ? AND baru.idperson > ?
           AND NOT (siswa.idperson IS NOT NULL AND siswa.left_at IS NULL AND ${same.join(' AND ')})
         ORDER BY baru.idperson LIMIT ?`,
        [bacaan, after, CHUNK],
      );
      if (rows.length === 0) return;
      after = String(rows.at(-1)!.idperson);
      yield rows.map(toChanged);
    }
  }

  /** Who is on the roster and not in the new one, some at a time. */
  private async *missing(tx: Transaction, bacaan: number): AsyncGenerator<string[]> {
    for (let after = '0'; ;) {
      const rows = await tx.query<{ idperson: string }[]>(
        `SELECT idperson FROM siswa WHERE idperson > ? AND left_at IS NULL AND ${IS_MISSING}
         ORDER BY idperson LIMIT ?`,
        [after, bacaan, CHUNK],
      );
      if (rows.length === 0) return;
      after = String(rows.at(-1)!.idperson);
      yield rows.map(({ idperson }) => String(idperson));
    }
  }

  private async insert(tx: Transaction, rows: RosterRow[], whereThere = ''): Promise<void> {
    await tx.query(
      `${JSON_UNTOUCHED} INSERT INTO siswa (idperson, ${ROSTER_FIELDS.join(', ')}, created_at)
       VALUES ${rows.map(() => `(?, ${ROSTER_FIELDS.map(() => '?').join(', ')}, UTC_TIMESTAMP(3))`).join(', ')} ${whereThere}`,
      rows.flatMap((row) => [row.idperson, ...ROSTER_FIELDS.map((field) => row[field])]),
    );
  }

  private async markAsLeft(tx: Transaction, idpersons: string[]): Promise<void> {
    await tx.query(`${JSON_UNTOUCHED} UPDATE siswa SET left_at = UTC_TIMESTAMP(3) WHERE idperson IN (?)`, [
      idpersons,
    ]);
  }
}

/** An empty roster is doubtful even for a school without students: it would be reported as success. */
function isSuspicious(incoming: number, present: number, gone: number): boolean {
  return incoming === 0 || incoming < present * BELIEVABLE_SHARE || gone > present * BELIEVABLE_LEAVERS;
}
