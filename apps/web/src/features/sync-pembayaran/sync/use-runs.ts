import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { syncApi } from '../sync.api';

const LIMIT = 20;
const REFRESH_MS = 3_000;

/** The latest runs with those that wait; read anew whenever `version` changes, and while a run moves. */
export function useRuns(version: () => string, moving: Readonly<Ref<boolean>>) {
  const { data, refetch } = useQuery({
    queryKey: computed(() => ['runs', 'latest', version()]),
    queryFn: ({ signal }) => syncApi.runs({ limit: LIMIT }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: () => (moving.value ? REFRESH_MS : false),
  });
  return { runs: computed(() => data.value?.items), reload: refetch };
}
