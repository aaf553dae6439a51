import { isId } from '@bantubayar/shared';
import { type AnswerBody, parseObject } from './answer-text';
import { listOf } from './sisda.reader';

/** The roster's fields under their upstream names, in the order of the table's columns. */
export const ROSTER_FIELDS = [
  'nama',
  'gender',
  'lahirtempat',
  'lahirtanggal',
  'phone',
  'UnitFormal',
  'KelasFormal',
  'AsramaPondok',
  'KamarPondok',
  'TingkatDiniyah',
  'KelasDiniyah',
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

const MAX_LENGTH: Record<RosterField, number> = {
  nama: 191,
  gender: 1,
  lahirtempat: 191,
  lahirtanggal: 32,
  phone: 64,
  UnitFormal: 100,
  KelasFormal: 100,
  AsramaPondok: 100,
  KamarPondok: 100,
  TingkatDiniyah: 100,
  KelasDiniyah: 100,
};

export type RosterRow = { idperson: string } & Record<RosterField, string | null> & { nama: string };

const LONGEST_GIVEN = 100;

/** A value of the roster that cannot be kept as it was sent. */
export class RosterRowError extends Error {
  override name = 'RosterRowError';
  /** What was sent, shortened. */
  readonly given: string | null;

  constructor(
    readonly row: number,
    /** null where it is the idperson that is wrong. */
    readonly idperson: string | null,
    readonly field: 'idperson' | RosterField,
    given: unknown,
    /** What is wrong with it, as an Indonesian phrase. */
    readonly problem: string,
  ) {
    super(`roster row ${row}, idperson ${idperson}: ${field} ${problem}`);
    this.given = (JSON.stringify(given) as string | undefined)?.slice(0, LONGEST_GIVEN) ?? null;
  }
}

/** Every student of the roster, once each; the same row twice counts once, two different ones of a student are refused. */
export function readRoster(body: AnswerBody): RosterRow[] {
  const rows = new Map<string, RosterRow>();
  for (const [index, given] of listOf(parseObject(body)).entries()) {
    const row = rosterRow((given ?? {}) as Record<string, unknown>, index + 1);
    const before = rows.get(row.idperson);
    if (before) refuseDiffering(before, row, index + 1);
    rows.set(row.idperson, row);
  }
  return [...rows.values()];
}

/** The same student twice is taken once, where nothing differs. */
export function refuseDiffering(before: RosterRow, row: RosterRow, number: number): void {
  const field = ROSTER_FIELDS.find((each) => before[each] !== row[each]);
  if (!field) return;
  const problem = `berbeda dari baris lain dengan idperson yang sama (${JSON.stringify(before[field])})`;
  throw new RosterRowError(number, row.idperson, field, row[field], problem);
}

/** A row of the roster, by its number. */
export function rosterRow(row: Record<string, unknown>, number: number): RosterRow {
  const idperson = String(row['idperson'] ?? '').trim();
  if (!isId(idperson)) {
    throw new RosterRowError(number, null, 'idperson', row['idperson'], 'bukan bilangan bulat positif');
  }
  const refuse = (field: RosterField, problem: string): never => {
    throw new RosterRowError(number, idperson, field, row[field], problem);
  };
  const fields = Object.fromEntries(
    ROSTER_FIELDS.map((field) => [
      field,
      text(row[field], (problem) => refuse(field, problem), MAX_LENGTH[field]),
    ]),
  );
  if (!fields['nama']) refuse('nama', 'kosong');
  return { idperson, ...fields } as RosterRow;
}

/** A text that fits its column as it is, but for spaces around it; null where there is none. */
function text(value: unknown, refuse: (problem: string) => never, maxLength: number): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' && typeof value !== 'number') return refuse('bukan teks');
  const given = String(value).trim();
  if (!given.isWellFormed()) refuse('berisi separuh karakter Unicode');
  const { length } = [...given];
  if (length > maxLength) refuse(`${length} karakter, paling banyak ${maxLength}`);
  return given || null;
}
