import type { Ref } from 'vue';
import { usePagedQuery } from '../../../core/use-paged-query';
import { tunggakanApi } from '../../../tagihan/tunggakan.api';
import { type TunggakanFilters, tunggakanFilters } from '../tunggakan-filters';

export function useTunggakanList(filters: Readonly<Ref<TunggakanFilters>>) {
  return usePagedQuery({
    inAddress: true,
    key: () => ['siswa', 'tunggakan', 'list'],
    asked: () => tunggakanFilters.chosen(filters.value),
    limit: () => filters.value.limit,
    fetch: tunggakanApi.list,
  });
}
