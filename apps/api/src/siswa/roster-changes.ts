import { ROSTER_FIELDS, type RosterRow } from '../sisda/sisda-roster.reader';
import type { Change } from '../umpan/note-changes';

/** A student as stored. */
export type StoredRow = RosterRow & { left_at: Date | null };

/** What a roster changes: who comes, or comes back, with all fields; of whom some differ; who leaves. */
export function rosterChanges(
  stored: ReadonlyMap<string, StoredRow>,
  rows: readonly RosterRow[],
  left: readonly string[],
  oleh: string | null,
): Change[] {
  const told = rows.map((row): Change => {
    const was = stored.get(row.idperson);
    const isPresent = was?.left_at === null;
    return {
      jenis: isPresent ? 'siswa_berubah' : 'siswa_masuk',
      idperson: row.idperson,
      oleh,
      detail: { fields: fieldsOf(was, row).filter(({ before, after }) => !isPresent || before !== after) },
    };
  });
  const gone = left.map((idperson): Change => ({
    jenis: 'siswa_keluar',
    idperson,
    oleh,
    detail: { fields: [] },
  }));
  return [...told, ...gone];
}

const fieldsOf = (was: RosterRow | undefined, is: RosterRow) =>
  ROSTER_FIELDS.map((field) => ({ field, before: was?.[field] ?? null, after: is[field] }));
