import { computed, type Ref, shallowRef, watch } from 'vue';

/** The students chosen in the list: those named, also on other pages, or all that the filter matches. */
export function useSiswaSelection(
  listed: () => string[],
  total: () => number,
  filter: Readonly<Ref<unknown>>,
) {
  const named = shallowRef<ReadonlySet<string>>(new Set());
  const all = shallowRef(false);

  const chosen = computed<ReadonlySet<string>>(() => (all.value ? new Set(listed()) : named.value));

  /** Whoever takes one away of all has chosen the others of this page. */
  function choose(idpersons: string[], on: boolean): void {
    const next = new Set(chosen.value);
    for (const idperson of idpersons) {
      if (on) next.add(idperson);
      else next.delete(idperson);
    }
    all.value = false;
    named.value = next;
  }

  function clear(): void {
    all.value = false;
    named.value = new Set();
  }

  // All of another filter are others.
  watch(filter, () => all.value && clear());

  return {
    chosen,
    all,
    count: computed(() => (all.value ? total() : named.value.size)),
    /** Everybody on this page is chosen, and there are more. */
    mayChooseAll: computed(
      () =>
        !all.value &&
        total() > named.value.size &&
        listed().length > 0 &&
        listed().every((id) => named.value.has(id)),
    ),
    choose,
    chooseAll: () => (all.value = true),
    clear,
  };
}

export type SiswaSelection = ReturnType<typeof useSiswaSelection>;
