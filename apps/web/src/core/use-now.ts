import { onScopeDispose, type Ref, shallowRef } from 'vue';

const now = shallowRef(Date.now());
let users = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The time, one shared clock for the page, ticking every second while anybody looks. */
export function useNow(): Readonly<Ref<number>> {
  now.value = Date.now();
  users += 1;
  timer ??= setInterval(() => (now.value = Date.now()), 1_000);
  onScopeDispose(() => {
    users -= 1;
    if (users > 0) return;
    clearInterval(timer);
    timer = undefined;
  });
  return now;
}
