import { onScopeDispose, type Ref, shallowRef, watch } from 'vue';

/** Follows `source`, but only after it has been still for `ms`. */
export function useDebounced<T>(source: Ref<T>, ms: number): Readonly<Ref<T>> {
  const settled = shallowRef(source.value) as Ref<T>;
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(source, (value) => {
    clearTimeout(timer);
    timer = setTimeout(() => (settled.value = value), ms);
  });
  onScopeDispose(() => clearTimeout(timer));
  return settled;
}
