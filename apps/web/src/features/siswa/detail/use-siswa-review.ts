import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { siswaApi } from '../siswa.api';

/** Decides about the answer that waits for review; somebody else may have done so meanwhile. */
export function useSiswaReview(idperson: () => string) {
  const { t } = useI18n();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();

  return useMutation({
    mutationFn: (apply: boolean) => siswaApi.review(idperson(), { apply }),
    onSuccess: (_, apply) => notify(t(`siswa.review.${apply ? 'applied' : 'dropped'}`), 'success'),
    onError: (error) => notify(errorText(error), 'error'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['siswa'] }),
  });
}
