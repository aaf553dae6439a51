import { SISWA_GROUPS, type SiswaFilterDto, type SiswaGroup } from '@bantubayar/shared';
import { type Condition, is } from '../common/sql';

/** Two groups of students, the second one within the first, by which everybody is counted. */
export const SISI = {
  lembaga: ['lembaga', 'kelas'],
  asrama: ['asrama', 'kamar'],
  diniyah: ['tingkatDiniyah', 'kelasDiniyah'],
} as const;
export type Sisi = keyof typeof SISI;

/** By which groups it is counted what a filter asks for; null where it asks for more, or for groups of several. */
export function sisiOf(filter: object): Sisi | null {
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : name));
  const found = Object.entries(SISI).find(([, groups]) =>
    asked.every((name) => (groups as readonly string[]).includes(name)),
  );
  return (found?.[0] as Sisi | undefined) ?? null;
}

/** The groups as columns of `siswa_terhitung`. */
export const COUNTED_GROUPS = {
  lembaga: 'lembaga',
  kelas: 'kelas',
  asrama: 'asrama',
  kamar: 'kamar',
  tingkatDiniyah: 'tingkat_diniyah',
  kelasDiniyah: 'kelas_diniyah',
} as const;

/** What narrows students down, as conditions over `siswa_terhitung`, called `was`, and over `siswa`. */
export type Within = Record<'counted' | 'stored', Condition[]>;

/** Groups and standing alone; null where a filter asks for more. */
export function within({ status, ...filter }: Partial<SiswaFilterDto>): Within | null {
  const found: Within = { counted: [], stored: [] };
  const narrow = (counted: string, stored: string, value: unknown) => {
    found.counted.push(is(`was.${counted} = ?`, value)!);
    found.stored.push(is(`siswa.${stored} = ?`, value)!);
  };
  if (status !== undefined) narrow('status', 'status_pembayaran', status);
  for (const [group, value] of Object.entries(filter)) {
    if (value === undefined) continue;
    if (!(group in COUNTED_GROUPS)) return null;
    narrow(COUNTED_GROUPS[group as SiswaGroup], SISWA_GROUPS[group as SiswaGroup], value);
  }
  return found;
}
