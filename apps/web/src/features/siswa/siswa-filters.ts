import {
  PAGE_LIMIT_DEFAULT,
  type SiswaFilterDto,
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
  /** Only students not fetched for so long. */
  staleHours: number | null;
  sort: SiswaSort;
  limit: number;
}

/** What the column heads can sort by. */
export const SORT_COLUMNS = ['nama', 'idperson', 'tunggakan', 'fetchedAt', 'changedAt'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

const SORTS = SORT_COLUMNS.flatMap((column): SiswaSort[] => [column, `-${column}`]);
const DEFAULTS: SiswaFilters = {
  search: '',
  lembaga: null,
  kelas: null,
  status: null,
  staleHours: null,
  sort: 'nama',
  limit: PAGE_LIMIT_DEFAULT,
};

/** The filters that an address asks for; what it says wrongly is left at its default. */
export function readFilters(query: LocationQuery): SiswaFilters {
  const text = (name: string) => (typeof query[name] === 'string' && query[name]) || null;
  const limit = Number(text('limit'));
  const staleHours = Number(text('staleHours'));
  return {
    search: text('search') ?? '',
    lembaga: text('lembaga'),
    kelas: text('kelas'),
    status: STATUS_PEMBAYARAN.find((status) => status === text('status')) ?? null,
    staleHours: staleHours >= 1 && staleHours <= 87_600 ? Math.floor(staleHours) : null,
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

/** Which students they ask for. */
export function chosenBy({ search, lembaga, kelas, status, staleHours }: SiswaFilters): SiswaFilterDto {
  const asked = { search, lembaga, kelas, status, staleHours };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
}

export function isFiltered(filters: SiswaFilters): boolean {
  return Object.keys(chosenBy(filters)).length > 0;
}

/** Largest or latest first. */
const FALLING: SortColumn[] = ['tunggakan', 'changedAt'];

/** A click on a column's head: sorts by it, then turns it round. */
export function toggledSort(sort: SiswaSort, column: SortColumn): SiswaSort {
  const both: SiswaSort[] = [column, `-${column}`];
  const [first, other] = FALLING.includes(column) ? both.reverse() : both;
  return sort === first ? other! : first!;
}
