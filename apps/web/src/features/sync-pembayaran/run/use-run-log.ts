import type { SyncLogLineDto } from '@bantubayar/shared';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { mergeLog } from '../run-state';
import { syncApi } from '../sync.api';

const REFRESH_MS = 2_000;

/** A run's log; while it goes on, newer lines are asked for again and again. */
export function useRunLog(id: () => string, goesOn: () => boolean) {
  const { data } = useQuery({
    queryKey: computed(() => ['runs', id(), 'log'] as const),
    queryFn: async ({ signal, queryKey, client }) => {
      const shown = client.getQueryData<SyncLogLineDto[]>(queryKey) ?? [];
      const { items } = await syncApi.log(queryKey[1], shown.at(-1)?.id, signal);
      return mergeLog(shown, items);
    },
    refetchInterval: () => (goesOn() ? REFRESH_MS : false),
  });
  return computed(() => data.value ?? []);
}
