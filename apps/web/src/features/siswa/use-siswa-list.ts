import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { useCursorStack } from '../../core/use-cursor-stack';
import { siswaApi } from './siswa.api';
import { chosenBy, type SiswaFilters } from './siswa-filters';

export function useSiswaList(filters: Readonly<Ref<SiswaFilters>>) {
  const stack = useCursorStack(() => JSON.stringify(filters.value));

  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: computed(() => ['siswa', 'list', filters.value, stack.cursor.value] as const),
    queryFn: ({ signal, queryKey: [, , asked, cursor] }) =>
      siswaApi.list({ ...chosenBy(asked), sort: asked.sort, limit: asked.limit, cursor }, signal),
    placeholderData: keepPreviousData,
  });

  return {
    page: data,
    error,
    refetch,
    /** Rows are on the screen, newer ones are on their way. */
    refreshing: computed(() => isFetching.value && data.value !== undefined),
    /** The rows on the screen belong to another filter or page. */
    outdated: isPlaceholderData,
    offset: computed(() => stack.page.value * filters.value.limit),
    previous: stack.previous,
    next: () => data.value?.nextCursor && stack.next(data.value.nextCursor),
  };
}
