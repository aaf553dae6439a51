import {
  PAGE_LIMIT_DEFAULT,
  type SiswaSort,
  STATUS_PEMBAYARAN,
  type StatusPembayaran,
} from '@bantubayar/shared';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';

export interface SiswaFilters {
  search: string;
  lembaga: string | null;
  kelas: string | null;
  status: StatusPembayaran | null;
  sort: SiswaSort;
  limit: number;
}

/** What the column heads can sort by. */
export const SORT_COLUMNS = ['nama', 'idperson', 'tunggakan', 'fetchedAt'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

const SORTS = SORT_COLUMNS.flatMap((column): SiswaSort[] => [column, `-${column}`]);
const DEFAULTS: SiswaFilters = {
  search: '',
  lembaga: null,
  kelas: null,
  status: null,
  sort: 'nama',
  limit: PAGE_LIMIT_DEFAULT,
};

/** The filters that an address asks for; what it says wrongly is left at its default. */
export function readFilters(query: LocationQuery): SiswaFilters {
  const text = (name: string) => (typeof query[name] === 'string' && query[name]) || null;
  const limit = Number(text('limit'));
  return {
    search: text('search') ?? '',
    lembaga: text('lembaga'),
    kelas: text('kelas'),
    status: STATUS_PEMBAYARAN.find((status) => status === text('status')) ?? null,
    sort: SORTS.find((sort) => sort === text('sort')) ?? DEFAULTS.sort,
    limit: limit >= 1 && limit <= 500 ? Math.floor(limit) : DEFAULTS.limit,
  };
}

/** The shortest address of the filters: defaults are left out. */
export function writeFilters(filters: SiswaFilters): LocationQueryRaw {
  const changed = Object.entries(filters).filter(
    ([name, value]) => value && value !== DEFAULTS[name as keyof SiswaFilters],
  );
  return Object.fromEntries(changed);
}

export function isFiltered({ search, lembaga, kelas, status }: SiswaFilters): boolean {
  return Boolean(search || lembaga || kelas || status);
}

/** A click on a column's head: sorts by it, then turns it round. */
export function toggledSort(sort: SiswaSort, column: SortColumn): SiswaSort {
  const first: SiswaSort = column === 'tunggakan' ? '-tunggakan' : column;
  const other: SiswaSort = column === 'tunggakan' ? 'tunggakan' : `-${column}`;
  return sort === first ? other : first;
}
