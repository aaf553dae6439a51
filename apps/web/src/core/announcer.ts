import { shallowRef } from 'vue';

/** What a screen reader says next, politely; shown to nobody. */
export const announcement = shallowRef('');

export function announce(text: string): void {
  announcement.value = text;
}
