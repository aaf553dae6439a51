import { STALE_HOURS, type SyncScopeDto } from '@bantubayar/shared';
import { useMutation, useQuery } from '@tanstack/vue-query';
import { refDebounced } from '@vueuse/core';
import { computed, ref, shallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { runningRunOf } from './running-run';
import { estimateSync, startSync } from './start-sync.api';

/** What to synchronise; with `stale`, only those not fetched for the hours that the dialog asks for. */
export interface ScopeChoice {
  scope: SyncScopeDto;
  stale?: boolean;
  /** How many hours the dialog begins with. */
  hours?: number;
}

/** Starts a run over some of the students, after telling how many they are; then goes where it can be watched, or does what it is told. */
export function useScopeSync(onStarted?: () => void) {
  const router = useRouter();
  const open = shallowRef(false);
  const choice = shallowRef<ScopeChoice>({ scope: {} });
  const hours = ref(STALE_HOURS);
  const settledHours = refDebounced(hours, 300);

  const scope = computed<SyncScopeDto>(() =>
    choice.value.stale ? { ...choice.value.scope, staleHours: settledHours.value } : choice.value.scope,
  );
  const estimate = useQuery({
    queryKey: computed(() => ['siswa', 'estimate', scope.value] as const),
    queryFn: ({ signal, queryKey }) => estimateSync(queryKey[2], signal),
    enabled: open,
    staleTime: 0,
  });
  const start = useMutation({
    mutationFn: (queue: boolean) => startSync({ scope: scope.value, queue }),
    onSuccess() {
      open.value = false;
      if (onStarted) return onStarted();
      return router.push('/admin/sync-pembayaran');
    },
  });

  function ask(chosen: ScopeChoice): void {
    start.reset();
    choice.value = chosen;
    hours.value = chosen.hours ?? STALE_HOURS;
    open.value = true;
  }

  return {
    open,
    choice,
    hours,
    scope,
    estimate,
    start,
    ask,
    running: computed(() => runningRunOf(start.error.value)),
  };
}

export type ScopeSync = ReturnType<typeof useScopeSync>;
