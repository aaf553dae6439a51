import type { SyncRunDto } from '@bantubayar/shared';
import { computed } from 'vue';
import { usePagedQuery } from '../../../core/use-paged-query';
import { ASKED, type RunFilters, siswaAsked } from './run-filters';
import { syncApi } from '../sync.api';

const LIMIT = 25;
const REFRESH_MS = 3_000;

/** What changed at the students of a run, filtered, page by page; read again while the run goes on. */
export function useRunPerubahan(run: () => SyncRunDto, filters: () => RunFilters, goesOn: () => boolean) {
  const query = computed(() => ({ ...siswaAsked(filters()), ...ASKED[filters().changes] }));
  const list = usePagedQuery({
    key: () => ['runs', run().id, 'perubahan'],
    asked: () => ({ id: run().id, ...query.value }),
    limit: () => LIMIT,
    fetch: ({ id, ...asked }, signal) => syncApi.perubahan(id, asked, signal),
    refetchInterval: () => (goesOn() ? REFRESH_MS : false),
  });
  return { query, ...list };
}
