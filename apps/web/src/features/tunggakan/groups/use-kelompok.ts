import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { kelompokRows } from '../../../tagihan/kelompok-rows';
import { tunggakanApi } from '../../../tagihan/tunggakan.api';
import type { TunggakanFilters } from '../tunggakan-filters';
import { askedOf } from './kelompok';

/** What is owed, by the groups that the address asks for. */
export function useKelompok(filters: Readonly<Ref<TunggakanFilters>>) {
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: computed(
      () => ['siswa', 'tunggakan', 'ringkasan', filters.value.kelompok, askedOf(filters.value)] as const,
    ),
    queryFn: async ({ signal, queryKey: [, , , kelompok, asked] }) => {
      const { items } = await tunggakanApi.ringkasan(kelompok, asked, signal);
      return { kelompok, items: kelompokRows(kelompok, items) };
    },
    placeholderData: keepPreviousData,
  });
  const rows = computed(() => data.value?.items);
  const sum = (name: 'bills' | 'tunggakan') => (rows.value ?? []).reduce((all, row) => all + row[name], 0);

  return {
    rows,
    /** What the rows are groups of, also while others are on their way. */
    kelompok: computed(() => data.value?.kelompok ?? filters.value.kelompok),
    sums: computed(() => ({ bills: sum('bills'), tunggakan: sum('tunggakan') })),
    error,
    refetch,
    outdated: isPlaceholderData,
  };
}

export type Kelompok = ReturnType<typeof useKelompok>;
