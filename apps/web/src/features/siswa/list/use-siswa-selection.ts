import { shallowRef } from 'vue';

/** The students chosen in the list; the choice stays while paging and filtering. */
export function useSiswaSelection() {
  const chosen = shallowRef<ReadonlySet<string>>(new Set());

  function choose(idpersons: string[], on: boolean): void {
    const next = new Set(chosen.value);
    for (const idperson of idpersons) {
      if (on) next.add(idperson);
      else next.delete(idperson);
    }
    chosen.value = next;
  }

  return { chosen, choose, clear: () => (chosen.value = new Set()) };
}
