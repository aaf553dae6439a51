import { computed, type ComputedRef } from 'vue';
import { useOwnTask } from './use-own-task';

/** More than a window shows. */
const FIRST = 20;

/** The rows to show: at first those that a window holds, and the others in a task of their own, so that no task is long. */
export function useFirstRows<Row>(rows: () => readonly Row[]): ComputedRef<readonly Row[]> {
  const all = useOwnTask();
  return computed(() => (all.value ? rows() : rows().slice(0, FIRST)));
}
