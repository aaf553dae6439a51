import { computed, ref, type Ref, watch } from 'vue';

export interface CursorStack {
  cursor: Readonly<Ref<string | undefined>>;
  /** Counted from 0. */
  page: Readonly<Ref<number>>;
  next: (cursor: string) => void;
  previous: () => void;
  first: () => void;
}

/** Of the list seen last, so that coming back from one of its rows finds the same page. */
let remembered = { key: '', cursors: [] as string[] };

/** The way through a keyset-paged list: one cursor for every page gone forward. A new `key` begins at the first page. */
export function useCursorStack(key: () => string): CursorStack {
  const cursors = ref(remembered.key === key() ? remembered.cursors : []);

  watch(key, () => (cursors.value = []), { flush: 'sync' });
  watch(cursors, (value) => (remembered = { key: key(), cursors: value }));

  return {
    cursor: computed(() => cursors.value.at(-1)),
    page: computed(() => cursors.value.length),
    next: (cursor: string) => void (cursors.value = [...cursors.value, cursor]),
    previous: () => void (cursors.value = cursors.value.slice(0, -1)),
    first: () => void (cursors.value = []),
  };
}
