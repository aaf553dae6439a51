import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useDebounced } from '../../core/use-debounced';
import { isFiltered, readFilters, type SiswaFilters, writeFilters } from './siswa-filters';

/** The filters live in the address: a reload, the back button and a shared link all show the same list. */
export function useSiswaFilters() {
  const route = useRoute();
  const router = useRouter();
  const here = route.path;

  // On the way out the address is already another page's: the list stays as it was.
  const filters = computed<SiswaFilters>((last) =>
    last && route.path !== here ? last : readFilters(route.query),
  );

  function change(changes: Partial<SiswaFilters>): void {
    void router.replace({ query: writeFilters({ ...filters.value, ...changes }) });
  }

  const search = ref(filters.value.search);
  const settledSearch = useDebounced(search, 300);
  watch(settledSearch, (value) => change({ search: value.trim() }));
  watch(
    () => filters.value.search,
    (value) => {
      if (value !== search.value.trim()) search.value = value;
    },
  );

  function clear(): void {
    search.value = '';
    change({ search: '', lembaga: null, kelas: null, status: null, staleHours: null });
  }

  return { filters, search, change, clear, filtered: computed(() => isFiltered(filters.value)) };
}
