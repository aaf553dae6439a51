import { refDebounced } from '@vueuse/core';
import { computed, ref, watch } from 'vue';
import { type LocationQuery, type LocationQueryRaw, useRoute, useRouter } from 'vue-router';

interface Table<F> {
  read: (query: LocationQuery) => F;
  write: (filters: F) => LocationQueryRaw;
  chosen: (filters: F) => object;
  blank: Partial<F>;
}

const SEARCH_MS = 300;

/** Filters that live in the address: a reload, the back button and a shared link all show the same list. */
export function useAddressFilters<F extends object>(table: Table<F>) {
  const route = useRoute();
  const router = useRouter();
  const here = route.path;

  // On the way out the address is already another page's: the list stays as it was.
  const filters = computed<F>((last) => (last && route.path !== here ? last : table.read(route.query)));

  /** Without the hash that led here: it would be led to once more. */
  function change(changes: Partial<F>): void {
    void router.replace({ query: table.write({ ...filters.value, ...changes }) });
  }

  /** As it is typed; the address follows once the typing rests. */
  const searched = () => (filters.value as { search?: string | null }).search ?? '';
  const search = ref(searched());
  watch(refDebounced(search, SEARCH_MS), (typed) => {
    if (typed.trim() !== searched()) change({ search: typed.trim() } as unknown as Partial<F>);
  });
  watch(searched, (asked) => {
    if (asked !== search.value.trim()) search.value = asked;
  });

  function clear(): void {
    search.value = '';
    change(table.blank);
  }

  const filtered = computed(() => Object.keys(table.chosen(filters.value)).length > 0);

  return { filters, search, change, clear, filtered };
}
