import { PAGE_LIMIT_DEFAULT, type SiswaSort, STATUS_PEMBAYARAN, type SyncScopeDto } from '@bantubayar/shared';
import { groupFilters } from '../../../lembaga/groups';
import { owingFilters } from '../../../tagihan/owing-filters';
import { addressFilters, type FiltersOf, oneOf, text, wholeNumber } from '../../../core/address-filters';

/** What the column heads can sort by. */
export const SORT_COLUMNS = ['nama', 'idperson', 'tunggakan', 'fetchedAt', 'changedAt'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export const isSortable = (name: string): name is SortColumn =>
  SORT_COLUMNS.some((column) => column === name);

const SORTS = SORT_COLUMNS.flatMap((column): SiswaSort[] => [column, `-${column}`]);

/** By the names that the API knows them by. */
export const siswaFilters = addressFilters(
  {
    search: text,
    ...groupFilters,
    ...owingFilters,
    status: oneOf(...STATUS_PEMBAYARAN),
    /** Only students not fetched for so long. */
    staleHours: wholeNumber(1, 87_600),
    sort: oneOf(...SORTS),
    limit: wholeNumber(1, 500),
  },
  { sort: 'nama', limit: PAGE_LIMIT_DEFAULT },
);
export type SiswaFilters = FiltersOf<typeof siswaFilters>;

/** Which students a run over the list takes: those that it shows, on whatever page. */
export const scopeOf = (filters: SiswaFilters): SyncScopeDto => siswaFilters.chosen(filters);

/** Largest or latest first. */
const FALLING: SortColumn[] = ['tunggakan', 'changedAt'];

/** A click on a column's head: sorts by it, then turns it round. */
export function toggledSort(sort: SiswaSort, column: SortColumn): SiswaSort {
  const both: SiswaSort[] = [column, `-${column}`];
  const [first, other] = FALLING.includes(column) ? both.reverse() : both;
  return sort === first ? other! : first!;
}
