import { type MaybeRefOrGetter, onUnmounted, toValue, watchEffect } from 'vue';

const PRODUCT = 'Bantubayar';

export function usePageTitle(title: MaybeRefOrGetter<string>): void {
  watchEffect(() => (document.title = `${toValue(title)} · ${PRODUCT}`));
  onUnmounted(() => (document.title = PRODUCT));
}
