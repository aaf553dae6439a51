import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { siswaApi } from '../siswa.api';
import { type SiswaFilters, siswaFilters } from './siswa-filters';

/** Sums over the filtered students; how many there are of each status is counted whichever status is chosen. */
export function useSiswaRingkasan(filters: Readonly<Ref<SiswaFilters>>) {
  const sums = (asked: () => SiswaFilters) =>
    useQuery({
      queryKey: computed(() => ['siswa', 'ringkasan', siswaFilters.chosen(asked())] as const),
      queryFn: ({ signal, queryKey }) => siswaApi.ringkasan(queryKey[2], signal),
      placeholderData: keepPreviousData,
    });
  const shown = sums(() => filters.value);
  const anyStatus = sums(() => ({ ...filters.value, status: null }));

  return {
    shown: shown.data,
    counts: anyStatus.data,
    failed: computed(() => [shown, anyStatus].some(({ error, data }) => error.value && !data.value)),
    outdated: computed(() => shown.isPlaceholderData.value || anyStatus.isPlaceholderData.value),
    reload: () => Promise.all([shown.refetch(), anyStatus.refetch()]),
  };
}

export type SiswaRingkasan = ReturnType<typeof useSiswaRingkasan>;
