import type { Ref } from 'vue';
import { usePagedQuery } from '../../../core/use-paged-query';
import { siswaApi } from '../siswa.api';
import { type SiswaFilters, siswaFilters } from './siswa-filters';

export function useSiswaList(filters: Readonly<Ref<SiswaFilters>>) {
  return usePagedQuery({
    inAddress: true,
    key: () => ['siswa', 'list'],
    asked: () => ({ ...siswaFilters.chosen(filters.value), sort: filters.value.sort }),
    limit: () => filters.value.limit,
    fetch: siswaApi.list,
  });
}
