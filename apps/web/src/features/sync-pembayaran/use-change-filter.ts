import { computed, ref, watch } from 'vue';
import { type LocationQuery, useRoute, useRouter } from 'vue-router';
import { useDebounced } from '../../core/use-debounced';

export interface ChangeFilter {
  search: string;
  lembaga: string | null;
  kelas: string | null;
  /** Only students who paid. */
  paid: boolean;
}

function readFilter(query: LocationQuery): ChangeFilter {
  const text = (name: string) => (typeof query[name] === 'string' && query[name]) || null;
  return {
    search: text('search') ?? '',
    lembaga: text('lembaga'),
    kelas: text('kelas'),
    paid: text('changes') !== 'all',
  };
}

/** Which changes of a run are shown; in the address, so that coming back from a student finds the same ones. */
export function useChangeFilter() {
  const route = useRoute();
  const router = useRouter();
  const here = route.path;

  // On the way out the address is already another page's: the list stays as it was.
  const filter = computed<ChangeFilter>((last) =>
    last && route.path !== here ? last : readFilter(route.query),
  );

  function change(changes: Partial<ChangeFilter>): void {
    const { search, lembaga, kelas, paid } = { ...filter.value, ...changes };
    const asked = { search, lembaga, kelas, changes: paid ? null : 'all' };
    const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
    void router.replace({ query, hash: route.hash });
  }

  const search = ref(filter.value.search);
  watch(useDebounced(search, 300), (value) => {
    if (value.trim() !== filter.value.search) change({ search: value.trim() });
  });

  function clear(): void {
    search.value = '';
    change({ search: '', lembaga: null, kelas: null });
  }

  return { filter, search, change, clear };
}
