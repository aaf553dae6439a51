import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { syncApi } from '../sync.api';

/** Why students of a run did not work out, the largest group first; `version` changes when there are more of them. */
export function useRunReasons(id: () => string, version: () => number) {
  const { data } = useQuery({
    queryKey: computed(() => ['runs', id(), 'reasons', version()] as const),
    queryFn: ({ signal, queryKey }) => syncApi.reasons(queryKey[1], signal),
    enabled: () => version() > 0,
    placeholderData: keepPreviousData,
  });
  return computed(() => [...(data.value?.items ?? [])].sort((a, b) => b.count - a.count));
}
