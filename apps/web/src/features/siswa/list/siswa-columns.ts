import type { SiswaListItemDto } from '@bantubayar/shared';

type FieldOf<T> = {
  [Name in keyof SiswaListItemDto]: SiswaListItemDto[Name] extends T ? Name : never;
}[keyof SiswaListItemDto];

export type SiswaColumn = {
  name: string;
  /** Shown from this width of the window on, until somebody chooses: everywhere without one, nowhere from Infinity. */
  from?: number;
} & (
  | { kind: 'text'; field: FieldOf<string | null> }
  | { kind: 'money'; field: FieldOf<number | null> }
  | { kind: 'time'; field: 'fetchedAt' | 'changedAt' }
  | { kind: 'due' }
  | { kind: 'phone' }
  | { kind: 'status' }
);

/** What the list can show beside the name, in its order; a new column is a line here and its words. */
export const SISWA_COLUMNS: readonly SiswaColumn[] = [
  { name: 'idperson', kind: 'text', field: 'idperson' },
  { name: 'lembaga', kind: 'text', field: 'UnitFormal' },
  { name: 'kelas', kind: 'text', field: 'KelasFormal' },
  { name: 'asrama', kind: 'text', field: 'AsramaPondok', from: Infinity },
  { name: 'kamar', kind: 'text', field: 'KamarPondok', from: Infinity },
  { name: 'tingkatDiniyah', kind: 'text', field: 'TingkatDiniyah', from: Infinity },
  { name: 'kelasDiniyah', kind: 'text', field: 'KelasDiniyah', from: Infinity },
  { name: 'phone', kind: 'phone', from: Infinity },
  { name: 'status', kind: 'status' },
  { name: 'tunggakan', kind: 'money', field: 'tunggakan' },
  { name: 'jatuhTempoTertua', kind: 'due', from: 1200 },
  { name: 'belumJatuhTempo', kind: 'money', field: 'belumJatuhTempo', from: Infinity },
  { name: 'lebihBayar', kind: 'money', field: 'lebihBayar', from: Infinity },
  { name: 'tagihan', kind: 'money', field: 'tagihan', from: Infinity },
  { name: 'dibayar', kind: 'money', field: 'dibayar', from: Infinity },
  { name: 'saldo', kind: 'money', field: 'saldo' },
  { name: 'changedAt', kind: 'time', field: 'changedAt', from: 1500 },
  { name: 'fetchedAt', kind: 'time', field: 'fetchedAt' },
];

/** Those that are shown where nobody has chosen. */
export function defaultColumns(width: number): string[] {
  return SISWA_COLUMNS.filter(({ from = 0 }) => width >= from).map(({ name }) => name);
}

/** Figures and times end where their heads end. */
export const endsRight = ({ kind }: SiswaColumn): boolean => !['text', 'status', 'phone'].includes(kind);
