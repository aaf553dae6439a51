import type { SyncRunDto } from '@bantubayar/shared';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useAddressFilters } from '../../../core/use-address-filters';
import { usePagedQuery } from '../../../core/use-paged-query';
import { ASKED, perubahanFilters } from './perubahan-filters';
import { syncApi } from '../sync.api';

const LIMIT = 25;
const REFRESH_MS = 3_000;

/** What changed at the students of a run, filtered, page by page; read again while the run goes on. */
export function useRunPerubahan(run: () => SyncRunDto, goesOn: () => boolean) {
  const { filters, ...filtering } = useAddressFilters(perubahanFilters);
  const query = computed(() => ({
    ...perubahanFilters.chosen(filters.value),
    ...ASKED[filters.value.changes],
  }));
  const refetchInterval = () => (goesOn() ? REFRESH_MS : false);

  const moved = computed(() => run().paidSiswa + run().fellSiswa > 0);
  /** A student's first answer counts as an update but is no change: only the list itself can tell. */
  const any = useQuery({
    queryKey: computed(() => ['runs', run().id, 'perubahan', 'any'] as const),
    queryFn: ({ signal, queryKey }) => syncApi.perubahan(queryKey[1], { limit: 1 }, signal),
    enabled: computed(() => !moved.value && run().updated > 0),
    refetchInterval,
  });
  const list = usePagedQuery({
    key: () => ['runs', run().id, 'perubahan'],
    asked: () => ({ id: run().id, ...query.value }),
    limit: () => LIMIT,
    fetch: ({ id, ...asked }, signal) => syncApi.perubahan(id, asked, signal),
    refetchInterval,
  });

  return {
    filters,
    ...filtering,
    query,
    /** Whether payments came in, or anything fell. */
    moved,
    /** Whether there is anything to say at all. */
    anything: computed(() => moved.value || (any.data.value?.items.length ?? 0) > 0),
    ...list,
  };
}
