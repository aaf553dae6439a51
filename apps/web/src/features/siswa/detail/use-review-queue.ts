import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { siswaApi } from '../siswa.api';

/** The most that one page of the list holds; who comes after them is reached once some of these are decided. */
const LIMIT = 500;

/** Where a student stands among those whose answers wait for somebody to decide, and who stands beside. */
export function useReviewQueue(idperson: () => string) {
  const { data } = useQuery({
    queryKey: ['siswa', 'tinjauan'],
    queryFn: ({ signal }) => siswaApi.list({ perhatian: 'tinjauan', sort: 'nama', limit: LIMIT }, signal),
  });

  const ids = computed(() => (data.value?.items ?? []).map((siswa) => siswa.idperson));
  const index = computed(() => ids.value.indexOf(idperson()));
  const at = (distance: number) => (index.value < 0 ? null : (ids.value[index.value + distance] ?? null));

  return {
    total: computed(() => data.value?.total ?? 0),
    /** From 1; null where the student is not among them, or it is not known yet. */
    place: computed(() => (index.value < 0 ? null : index.value + 1)),
    previous: computed(() => at(-1)),
    next: computed(() => at(1)),
  };
}
