import type { SyncRunDto } from '@bantubayar/shared';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { session } from '../../../session/session';
import { syncApi } from '../sync.api';

const LIMIT = 20;
const REFRESH_MS = 3_000;

export const isMine = ({ startedBy }: SyncRunDto): boolean => startedBy === session.me.value?.nama;

/** The latest runs, and those that wait, in their order; read anew whenever `version` changes, and while a run moves. */
export function useRuns(version: () => string, moving: Readonly<Ref<boolean>>) {
  const { data, refetch } = useQuery({
    queryKey: computed(() => ['runs', 'latest', version()]),
    queryFn: ({ signal }) => syncApi.runs({ limit: LIMIT }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: () => (moving.value ? REFRESH_MS : false),
  });
  const runs = computed(() => data.value?.items);
  const waiting = computed(() => (runs.value ?? []).filter(({ status }) => status === 'queued').reverse());

  return { runs, waiting, mineWaits: computed(() => waiting.value.some(isMine)), reload: refetch };
}
