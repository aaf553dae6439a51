import type { SiswaGroup } from '@bantubayar/shared';
import { text } from '../core/address-filters';

/** How students are grouped, a large group with the smaller one inside it, by the names that filters and scopes know. */
export const GROUPS = [
  ['lembaga', 'kelas'],
  ['asrama', 'kamar'],
  ['tingkatDiniyah', 'kelasDiniyah'],
] as const satisfies [SiswaGroup, SiswaGroup][];
export type GroupPair = (typeof GROUPS)[number];

export const GROUP_NAMES = GROUPS.flat();

/** A filter for each of them. */
export const groupFilters = Object.fromEntries(GROUP_NAMES.map((name) => [name, text])) as Record<
  SiswaGroup,
  typeof text
>;
