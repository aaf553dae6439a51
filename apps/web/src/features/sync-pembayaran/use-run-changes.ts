import type { SyncRunDto } from '@bantubayar/shared';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useCursorStack } from '../../core/use-cursor-stack';
import { syncApi } from './sync.api';
import { type ChangeFilter, useChangeFilter } from './use-change-filter';

const LIMIT = 25;
const REFRESH_MS = 3_000;

const asked = ({ search, lembaga, kelas, paid }: ChangeFilter) => ({
  search,
  lembaga,
  kelas,
  paid: paid ? 'true' : null,
});

/** What changed at the students of a run, filtered, page by page; read again while the run goes on. */
export function useRunChanges(run: () => SyncRunDto, goesOn: () => boolean) {
  const { filter, search, change, clear } = useChangeFilter();
  const stack = useCursorStack(() => JSON.stringify(['changes', run().id, filter.value]));
  const refetchInterval = () => (goesOn() ? REFRESH_MS : false);

  const somebodyPaid = computed(() => run().paidSiswa > 0);
  /** A student's first answer counts as an update but is no change: only the list itself can tell. */
  const any = useQuery({
    queryKey: computed(() => ['runs', run().id, 'changes', 'any'] as const),
    queryFn: ({ signal, queryKey }) => syncApi.changes(queryKey[1], { limit: 1 }, signal),
    enabled: computed(() => !somebodyPaid.value && run().updated > 0),
    refetchInterval,
  });
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: computed(() => ['runs', run().id, 'changes', filter.value, stack.cursor.value] as const),
    queryFn: ({ signal, queryKey: [, id, , chosen, cursor] }) =>
      syncApi.changes(id, { ...asked(chosen), limit: LIMIT, cursor }, signal),
    enabled: computed(() => somebodyPaid.value || !filter.value.paid),
    placeholderData: keepPreviousData,
    refetchInterval,
  });

  return {
    filter,
    search,
    change,
    clear,
    query: computed(() => asked(filter.value)),
    filtered: computed(() => Boolean(filter.value.search || filter.value.lembaga || filter.value.kelas)),
    somebodyPaid,
    /** Whether there is anything to say at all. */
    anything: computed(() => somebodyPaid.value || (any.data.value?.items.length ?? 0) > 0),
    page: data,
    error,
    refetch,
    outdated: isPlaceholderData,
    offset: computed(() => stack.page.value * LIMIT),
    previous: stack.previous,
    next: () => data.value?.nextCursor && stack.next(data.value.nextCursor),
  };
}
