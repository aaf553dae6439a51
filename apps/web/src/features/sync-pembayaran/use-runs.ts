import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { syncApi } from './sync.api';

/** The latest runs; read anew whenever `version` changes. */
export function useRuns(version: () => string) {
  return useQuery({
    queryKey: computed(() => ['runs', 'latest', version()]),
    queryFn: ({ signal }) => syncApi.runs({ limit: 8 }, signal),
    placeholderData: (before) => before,
  });
}
