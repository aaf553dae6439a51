import type { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction';
import { ROSTER_FIELDS, type RosterRow } from '../sisda/sisda-roster.reader';
import { rosterChanges } from '../siswa/roster-changes';
import { noteChanges } from '../umpan/note-changes';

/** Everybody who is here, also those who left. */
export async function idpersonsHere(dataSource: DataSource): Promise<Set<string>> {
  const rows = await dataSource.query<{ idperson: string }[]>('SELECT idperson FROM siswa');
  return new Set(rows.map(({ idperson }) => String(idperson)));
}

/** Adds students who are not here, as a roster would; nobody else is touched. */
export function addSiswa(dataSource: DataSource, rows: readonly RosterRow[], oleh: string): Promise<void> {
  return inTransaction(dataSource, async (tx) => {
    await tx.query(
      `INSERT INTO siswa (idperson, ${ROSTER_FIELDS.join(', ')}, created_at)
       VALUES ${rows.map(() => `(?, ${ROSTER_FIELDS.map(() => '?').join(', ')}, UTC_TIMESTAMP(3))`).join(', ')}`,
      rows.flatMap((row) => [row.idperson, ...ROSTER_FIELDS.map((field) => row[field])]),
    );
    await noteChanges(tx, rosterChanges(new Map(), rows, [], oleh));
  });
}
