import { onMounted, onUnmounted, shallowRef } from 'vue';

/**
 * Runs `task` again and again while the component is mounted: never two at once, `delayMs()` after the last one ended,
 * and at once when the page becomes visible. A failed task does not end the polling.
 */
export function usePollWhile(task: (signal: AbortSignal) => Promise<void>, delayMs: () => number) {
  /** What the last task failed with; null once one succeeds. */
  const failure = shallowRef<unknown>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  let mounted = false;
  let held = true;

  async function poll(): Promise<void> {
    clearTimeout(timer);
    if (held || running) return;
    const current = (running = new AbortController());
    try {
      await task(current.signal);
      failure.value = null;
    } catch (error) {
      if (!current.signal.aborted) failure.value = error;
    }
    // Whoever aborted this one has already cleared `running`, and may have begun another.
    if (running !== current) return;
    running = undefined;
    timer = setTimeout(poll, delayMs());
  }

  /** Stops, and drops the answer that is under way. */
  function hold(): void {
    held = true;
    clearTimeout(timer);
    running?.abort();
    running = undefined;
  }

  function resume(): void {
    held = !mounted;
    void poll();
  }

  function onVisibilityChange(): void {
    if (document.visibilityState === 'visible') void poll();
  }

  onMounted(() => {
    mounted = true;
    document.addEventListener('visibilitychange', onVisibilityChange);
    resume();
  });
  onUnmounted(() => {
    mounted = false;
    document.removeEventListener('visibilitychange', onVisibilityChange);
    hold();
  });

  return { failure, hold, resume };
}
