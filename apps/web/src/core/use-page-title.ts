import { type MaybeRefOrGetter, onScopeDispose, toValue, watchEffect } from 'vue';

const PRODUCT = 'Bantubayar';

export function usePageTitle(title: MaybeRefOrGetter<string>): void {
  watchEffect(() => (document.title = `${toValue(title)} · ${PRODUCT}`));
  // Not `onUnmounted`, which comes after the next page has said its title.
  onScopeDispose(() => (document.title = PRODUCT));
}
