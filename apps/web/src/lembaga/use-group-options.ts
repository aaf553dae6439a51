import type { PilihanBagianDto, SiswaPilihanDto } from '@bantubayar/shared';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { api } from '../core/api-client';
import { useFormat } from '../core/use-format';
import type { GroupPair } from './groups';

/** What there is of a group of students, and of the parts of the one that is chosen, with their counts. */
export function useGroupOptions([group]: GroupPair, chosen: () => string | null | undefined = () => null) {
  const { format } = useFormat();
  const { data } = useQuery({
    queryKey: ['siswa', 'pilihan'],
    queryFn: ({ signal }) => api.get<SiswaPilihanDto>('/admin/siswa/pilihan', { signal }),
    staleTime: 60_000,
  });

  /** Students without one cannot be asked for by its name. */
  const optionsOf = (listed: PilihanBagianDto[] = []) =>
    listed.flatMap(({ nama, count }) =>
      nama === null ? [] : [{ value: nama, title: nama, props: { subtitle: format.value.number(count) } }],
    );
  const all = computed(() => data.value?.[group]);

  return {
    groups: computed(() => optionsOf(all.value)),
    parts: computed(() => optionsOf(all.value?.find(({ nama }) => nama === chosen())?.bagian)),
  };
}
