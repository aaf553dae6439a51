import { useInfiniteQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { siswaApi } from '../siswa.api';

const LIMIT = 10;

/** What changed in a student's payments, newest first, a page more at a time. */
export function useSiswaPerubahan(idperson: () => string) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: computed(() => ['siswa', 'perubahan', idperson()] as const),
    queryFn: ({ signal, queryKey, pageParam }) =>
      siswaApi.perubahan(queryKey[2], { limit: LIMIT, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

  return {
    perubahan: computed(() => data.value?.pages.flatMap(({ items }) => items)),
    error,
    refetch,
    more: () => fetchNextPage(),
    hasMore: hasNextPage,
    loadingMore: isFetchingNextPage,
  };
}
