import { isActive, type RunStatus } from '@bantubayar/shared';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { syncApi } from './sync.api';

const REFRESH_MS = 2_000;

const goesOn = (status: RunStatus | undefined) => !!status && (isActive(status) || status === 'queued');

/** One run of the history; read again while it goes on. */
export function useRun(id: () => string) {
  const query = useQuery({
    queryKey: computed(() => ['runs', id(), 'run'] as const),
    queryFn: ({ signal, queryKey }) => syncApi.run(queryKey[1], signal),
    refetchInterval: ({ state }) => (goesOn(state.data?.status) ? REFRESH_MS : false),
  });
  return { ...query, goesOn: computed(() => goesOn(query.data.value?.status)) };
}
