import { readRoster, ROSTER_FIELDS, type RosterRow, RosterRowError } from '../sisda/sisda-roster.reader';
import type { ImportReport } from './import-report';
import type { OldSiswa } from './laravel-source';

const ZERO_DAY = /^0000-00-00/;

/** A row of the old table, as the reader of rosters reads it. */
export interface ReadSiswa {
  old: OldSiswa;
  siswa: RosterRow;
}

/** The students of the old table whom the reader of rosters takes, once each; whom it does not is reported. */
export function readOldSiswa(rows: readonly OldSiswa[], report: ImportReport): ReadSiswa[] {
  const read = rows.flatMap((old): ReadSiswa[] => {
    const siswa = rosterRowOf(old);
    if (!(siswa instanceof RosterRowError)) return [{ old, siswa }];
    report.add('leave', 'bad_row', about(old), `${siswa.field} ${siswa.problem}`);
    return [];
  });
  const groups = new Map<string, ReadSiswa[]>();
  for (const each of read)
    groups.set(each.siswa.idperson, [...(groups.get(each.siswa.idperson) ?? []), each]);
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    const isOne = others.every(({ siswa }) =>
      ROSTER_FIELDS.every((field) => siswa[field] === first!.siswa[field]),
    );
    for (const { old } of isOne ? others : group)
      report.add(isOne ? 'keep' : 'leave', isOne ? 'superseded' : 'doubled', about(old));
    return isOne ? [first!] : [];
  });
}

/** By the one reader of rosters; an empty day of birth was the zero date there. */
function rosterRowOf(old: OldSiswa): RosterRow | RosterRowError {
  const born = old['lahirtanggal'] ?? null;
  const row = { ...old, lahirtanggal: born !== null && ZERO_DAY.test(born) ? null : born };
  try {
    return readRoster({ text: JSON.stringify({ data: [row] }), isWhole: true })[0]!;
  } catch (error) {
    if (error instanceof RosterRowError) return error;
    throw error;
  }
}

export const about = (old: OldSiswa) => ({
  table: 'siswa' as const,
  row: old['id'] ?? old['idperson'] ?? '',
  idperson: old['idperson']?.trim() ?? null,
});
