import { IDPERSON_PATTERN } from '@bantubayar/shared';
import { readData } from './sisda.reader';

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

/** A row of the roster that has no usable idperson or nama. */
export class RosterRowError extends Error {
  override name = 'RosterRowError';
  constructor(
    readonly row: number,
    readonly field: 'idperson' | 'nama',
    readonly given: unknown,
  ) {
    super(`roster row ${row}: ${field} is ${JSON.stringify(given)}`);
  }
}

const BIGINT_UNSIGNED_MAX = 2n ** 64n - 1n;

/** Every student of the roster, once each; a student listed twice counts as listed last. */
export function readRoster(body: string): RosterRow[] {
  const rows = readData(body).map((row, index) =>
    rosterRow((row ?? {}) as Record<string, unknown>, index + 1),
  );
  return [...new Map(rows.map((row) => [row.idperson, row])).values()];
}

function rosterRow(row: Record<string, unknown>, number: number): RosterRow {
  const idperson = String(row['idperson'] ?? '').trim();
  if (!IDPERSON_PATTERN.test(idperson) || BigInt(idperson) > BIGINT_UNSIGNED_MAX) {
    throw new RosterRowError(number, 'idperson', row['idperson']);
  }
  const fields = Object.fromEntries(
    ROSTER_FIELDS.map((field) => [field, text(row[field], MAX_LENGTH[field])]),
  );
  if (!fields['nama']) throw new RosterRowError(number, 'nama', row['nama']);
  return { idperson, ...fields } as RosterRow;
}

function text(value: unknown, maxLength: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return String(value).trim().slice(0, maxLength) || null;
}
