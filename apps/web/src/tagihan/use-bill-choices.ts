import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { schoolYear } from '../core/format';
import { useFormat } from '../core/use-format';
import { tunggakanApi } from './tunggakan.api';

/** The categories or school years of which anything is owed, with how many students owe it. */
export function useBillChoices(kelompok: 'kategori' | 'periode') {
  const { counted } = useFormat();
  const { data } = useQuery({
    queryKey: ['siswa', 'tunggakan', 'pilihan', kelompok],
    queryFn: ({ signal }) => tunggakanApi.ringkasan(kelompok, {}, signal),
    staleTime: 60_000,
  });

  /** Bills without a category cannot be asked for by its name. */
  return computed(() =>
    (data.value?.items ?? []).flatMap(({ kelompok: name, siswa }) =>
      name === null
        ? []
        : [
            {
              value: name,
              title: kelompok === 'periode' ? schoolYear(name) : name,
              props: { subtitle: counted('common.students', siswa) },
            },
          ],
    ),
  );
}
