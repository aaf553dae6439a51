import type { SyncRunDto } from '@bantubayar/shared';
import { usePagedQuery } from '../../../core/use-paged-query';
import { syncApi } from '../sync.api';
import { siswaAsked, type RunFilters } from './run-filters';

const LIMIT = 50;
const REFRESH_MS = 3_000;

/** What a ledger is asked for, in the list and in its file. */
export const ledgerAsked = (filters: RunFilters) => ({
  ...siswaAsked(filters),
  outcome: filters.outcome ?? undefined,
  reason: filters.reason ?? undefined,
});

/** The students of a run, filtered, page by page. */
export function useLedger(run: () => SyncRunDto, filters: () => RunFilters, goesOn: () => boolean) {
  return usePagedQuery({
    key: () => ['runs', run().id, 'ledger'],
    asked: () => ({ id: run().id, ...ledgerAsked(filters()) }),
    limit: () => LIMIT,
    fetch: ({ id, ...query }, signal) => syncApi.ledger(id, query, signal),
    refetchInterval: () => (goesOn() ? REFRESH_MS : false),
  });
}
