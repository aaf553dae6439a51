import { onMounted, onUnmounted, type Ref, shallowRef } from 'vue';

/** True from the task after the one that mounts: until then the browser has shown the rest and answered clicks. */
export function useOwnTask(): Readonly<Ref<boolean>> {
  const due = shallowRef(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A timer, not a frame: a page in the background has none.
  onMounted(() => (timer = setTimeout(() => (due.value = true))));
  onUnmounted(() => clearTimeout(timer));
  return due;
}
