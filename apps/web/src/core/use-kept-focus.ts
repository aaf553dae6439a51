import { onBeforeUpdate, onUpdated, type Ref } from 'vue';
import { firstValid } from './first-valid';

/** Keeps the keyboard's place among buttons: when the one that has it goes or is disabled, the first valid one gets it. */
export function useKeptFocus(box: Readonly<Ref<HTMLElement | null>>): void {
  /** What has the keyboard, or had it when it went. */
  let holder: Element | null = null;

  onBeforeUpdate(() => {
    const now = document.activeElement;
    if (now !== document.body) holder = box.value?.contains(now) ? now : null;
  });
  onUpdated(() => {
    if (holder && (!holder.isConnected || holder.matches(':disabled'))) firstValid(box.value)?.focus();
  });
}
