import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { syncApi } from './sync.api';

const REFRESH_MS = 3_000;

/** Why students of a run did not work out, the largest group first; read again while the run goes on, and at its end. */
export function useRunReasons(run: () => { id: string; problems: number; goesOn: boolean } | null) {
  const { data } = useQuery({
    queryKey: computed(() => ['runs', run()?.id ?? '', 'reasons', run()?.goesOn] as const),
    queryFn: ({ signal, queryKey }) => syncApi.reasons(queryKey[1], signal),
    enabled: () => (run()?.problems ?? 0) > 0,
    placeholderData: (shown, query) => (query?.queryKey[1] === run()?.id ? shown : undefined),
    refetchInterval: () => (run()?.goesOn ? REFRESH_MS : false),
  });
  return computed(() =>
    (run()?.problems ?? 0) > 0 ? [...(data.value?.items ?? [])].sort((a, b) => b.count - a.count) : [],
  );
}
