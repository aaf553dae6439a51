import type { FailureReasonCode, SyncOutcome } from '@bantubayar/shared';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref, ref } from 'vue';
import { useCursorStack } from '../../core/use-cursor-stack';
import { syncApi } from './sync.api';

const LIMIT = 50;

export interface LedgerFilter {
  outcome: SyncOutcome | null;
  reason: FailureReasonCode | null;
}

/** The students of a run, filtered, page by page. */
export function useLedger(id: () => string, refresh: Readonly<Ref<boolean>>) {
  const filter = ref<LedgerFilter>({ outcome: null, reason: null });
  const stack = useCursorStack(() => JSON.stringify([id(), filter.value]));

  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: computed(() => ['runs', id(), 'ledger', filter.value, stack.cursor.value] as const),
    queryFn: ({ signal, queryKey: [, runId, , { outcome, reason }, cursor] }) =>
      syncApi.ledger(
        runId,
        { outcome: outcome ?? undefined, reason: reason ?? undefined, limit: LIMIT, cursor },
        signal,
      ),
    placeholderData: keepPreviousData,
    refetchInterval: () => (refresh.value ? 3_000 : false),
  });

  return {
    filter,
    page: data,
    error,
    refetch,
    outdated: isPlaceholderData,
    offset: computed(() => stack.page.value * LIMIT),
    previous: stack.previous,
    next: () => data.value?.nextCursor && stack.next(data.value.nextCursor),
  };
}
