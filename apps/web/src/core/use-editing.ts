import { shallowRef } from 'vue';

/** One dialog that changes one of a list, or adds another. */
export function useEditing<T>() {
  const editing = shallowRef(false);
  /** Null where another one is added. */
  const edited = shallowRef<T | null>(null);

  function edit(one: T | null): void {
    edited.value = one;
    editing.value = true;
  }

  return { editing, edited, edit };
}
