import type { FailureReasonCode, SyncOutcome } from '@bantubayar/shared';
import { type Ref, ref } from 'vue';
import { usePagedQuery } from '../../../core/use-paged-query';
import { syncApi } from '../sync.api';

const LIMIT = 50;
const REFRESH_MS = 3_000;

export interface LedgerFilter {
  outcome: SyncOutcome | null;
  reason: FailureReasonCode | null;
}

/** The students of a run, filtered, page by page. */
export function useLedger(id: () => string, refresh: Readonly<Ref<boolean>>) {
  const filter = ref<LedgerFilter>({ outcome: null, reason: null });
  const list = usePagedQuery({
    key: () => ['runs', id(), 'ledger'],
    asked: () => ({ id: id(), ...filter.value }),
    limit: () => LIMIT,
    fetch: ({ id: run, ...query }, signal) => syncApi.ledger(run, query, signal),
    refetchInterval: () => (refresh.value ? REFRESH_MS : false),
  });

  return { filter, ...list };
}
