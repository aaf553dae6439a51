import { ROSTER_FIELDS, type RosterRow } from '../sisda/sisda-roster.reader';
import type { Change } from '../umpan/note-changes';

/** A student as stored. */
export type StoredRow = RosterRow & { left_at: Date | null };

/** A row of a new roster beside what is stored. */
export type JoinedRow = { idperson: string; known: string | null; left_at: Date | null } & Record<
  string,
  string | null
>;

export interface ChangedRow {
  row: RosterRow;
  stored: StoredRow | null;
}

export function toChanged({ idperson, known, left_at, ...fields }: JoinedRow): ChangedRow {
  const of = (as: string) => ({
    idperson: String(idperson),
    ...Object.fromEntries(ROSTER_FIELDS.map((field) => [field, fields[`${as}${field}`]])),
  });
  const stored = known === null ? null : ({ ...of('was_'), left_at } as StoredRow);
  return { row: of('is_') as RosterRow, stored };
}

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
