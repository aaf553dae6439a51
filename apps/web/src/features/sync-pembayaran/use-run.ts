import { isActive, type RunStatus } from '@bantubayar/shared';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, watch } from 'vue';
import { syncApi } from './sync.api';

const REFRESH_MS = 2_000;

const movesOn = (status: RunStatus | undefined) => !!status && (isActive(status) || status === 'queued');

/** One run of the history; read again while it goes on, and all about it once more at its end. Without an id, none. */
export function useRun(id: () => string | null) {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: computed(() => ['runs', id(), 'run'] as const),
    queryFn: ({ signal, queryKey }) => syncApi.run(queryKey[1]!, signal),
    enabled: () => id() !== null,
    refetchInterval: ({ state }) => (movesOn(state.data?.status) ? REFRESH_MS : false),
  });
  const goesOn = computed(() => movesOn(query.data.value?.status));

  watch(goesOn, (now) => {
    if (!now) void queryClient.invalidateQueries({ queryKey: ['runs', id()] });
  });

  return { ...query, goesOn };
}
