import { useQueryClient } from '@tanstack/vue-query';
import { computed, watch } from 'vue';
import { storedChoice } from '../core/stored';
import { firstStepOf } from './first-step';
import { useSchoolSums } from './use-school-sums';

/** Whether this browser has seen the school beyond its first steps: its pages then need not wait to know. */
const begun = storedChoice('bantubayar.begun', ['no', 'yes'] as const, 'no');

/** The step that is next in a new school; null where there is none, or nothing is known yet. */
export function useFirstStep() {
  const queryClient = useQueryClient();
  const { sums, failed } = useSchoolSums();
  const step = computed(() => firstStepOf(sums.value));
  const known = computed(() => begun.value === 'yes' || sums.value !== undefined || failed.value);

  watch(sums, (now) => now && (begun.value = firstStepOf(now) ? 'no' : 'yes'), { immediate: true });

  // Whatever the pages know is from before it.
  watch(step, (_, before) => before && queryClient.invalidateQueries());

  return { step, known, total: computed(() => sums.value?.total ?? 0) };
}
