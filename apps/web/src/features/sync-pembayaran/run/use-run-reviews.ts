import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { useFormat } from '../../../core/use-format';
import { syncApi } from '../sync.api';

/** Decides about all answers of a run that wait for review. */
export function useRunReviews(id: () => string) {
  const { counted } = useFormat();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();

  return useMutation({
    mutationFn: (apply: boolean) => syncApi.review(id(), { apply }),
    onSuccess: ({ applied, dropped }) => {
      const [outcome, count] =
        applied > 0 ? (['applied', applied] as const) : (['dropped', dropped] as const);
      notify(counted(`run.review.${outcome}`, count), 'success');
    },
    onError: (error) => notify(errorText(error), 'error'),
    // Also after a failure: somebody else may have decided.
    onSettled: () =>
      Promise.all(['siswa', 'runs'].map((key) => queryClient.invalidateQueries({ queryKey: [key] }))),
  });
}
