import { nextTick, type Ref, watch } from 'vue';
import { firstValid } from './first-valid';

/** Gives the keyboard's place back when a dialog closes: to what had it, else to what stands beside that, else to the page. */
export function useFocusReturn(open: Readonly<Ref<boolean>>): void {
  let from: HTMLElement | null = null;
  let beside: Element | null = null;

  watch(
    open,
    async (now, before) => {
      if (!now && !before) return;
      if (now) {
        from = document.activeElement as HTMLElement | null;
        beside = from?.parentElement ?? null;
        return;
      }
      await nextTick();
      const usable = from?.isConnected && !from.matches(':disabled, body') ? from : null;
      const place = usable ?? (beside?.isConnected && beside.tagName !== 'HTML' ? firstValid(beside) : null);
      (place ?? document.getElementById('content'))?.focus({ preventScroll: true });
    },
    { flush: 'sync', immediate: true },
  );
}
