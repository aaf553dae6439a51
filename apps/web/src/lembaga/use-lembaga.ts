import type { LembagaListDto } from '@bantubayar/shared';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { api } from '../core/api-client';

/** The school units with their classes and counts. */
export function useLembaga() {
  const { data } = useQuery({
    queryKey: ['siswa', 'lembaga'],
    queryFn: ({ signal }) => api.get<LembagaListDto>('/admin/lembaga', { signal }),
    staleTime: 60_000,
  });
  return computed(() => data.value?.items ?? []);
}
