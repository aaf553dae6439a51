import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { shallowRef } from 'vue';
import { isApiError } from '../../../core/api-error';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { useFormat } from '../../../core/use-format';
import { syncApi } from '../sync.api';

/** Decides about all answers of a run that wait for review. */
export function useRunReviews(id: () => string) {
  const { counted } = useFormat();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();
  /** The ledger keeps saying that there was something to review; this, that it is over. */
  const decided = shallowRef(false);

  const { mutateAsync } = useMutation({
    mutationFn: (apply: boolean) => syncApi.review(id(), { apply }),
    onSuccess: ({ applied, dropped }) => {
      decided.value = true;
      const [outcome, count] =
        applied > 0 ? (['applied', applied] as const) : (['dropped', dropped] as const);
      notify(counted(`run.review.${outcome}`, count), 'success');
      return queryClient.invalidateQueries({ queryKey: ['siswa'] });
    },
    onError: (error) => {
      decided.value = isApiError(error, 'review_not_open');
      notify(errorText(error), 'error');
    },
  });

  return { decide: mutateAsync, decided };
}
