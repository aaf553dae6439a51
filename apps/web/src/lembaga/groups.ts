import { text } from '../core/address-filters';

/** How students are grouped, a large group with the smaller one inside it, by the names that filters and scopes know. */
export const GROUPS = [['lembaga', 'kelas']] as const;

export const GROUP_NAMES = GROUPS.flat();
export type GroupName = (typeof GROUP_NAMES)[number];

/** A filter for each of them. */
export const groupFilters = Object.fromEntries(GROUP_NAMES.map((name) => [name, text])) as Record<
  GroupName,
  typeof text
>;
