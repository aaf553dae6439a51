import { useQueryClient } from '@tanstack/vue-query';
import { computed, watch } from 'vue';
import { firstStepOf } from './first-step';
import { useSchoolSums } from './use-school-sums';

/** The step that is next in a new school; null where there is none, or nothing is known yet. */
export function useFirstStep() {
  const queryClient = useQueryClient();
  const sums = useSchoolSums();
  const step = computed(() => firstStepOf(sums.value));

  // Whatever the pages know is from before it.
  watch(step, (_, before) => before && queryClient.invalidateQueries());

  return { step, total: computed(() => sums.value?.total ?? 0) };
}
