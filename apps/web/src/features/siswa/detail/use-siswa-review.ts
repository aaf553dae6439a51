import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { siswaApi } from '../siswa.api';

/** Where one goes to decide on the next; its page then has the keyboard where the decision is made. */
export const decideAt = (idperson: string) => ({
  path: `/admin/siswa/${idperson}`,
  state: { deciding: true },
});

/** Decides about the answer that waits for review, then goes to the next; somebody else may have decided meanwhile. */
export function useSiswaReview(idperson: () => string, next: () => string | null) {
  const { t } = useI18n();
  const { errorText } = useErrorText();
  const router = useRouter();
  const queryClient = useQueryClient();

  return useMutation({
    mutationFn: (apply: boolean) => siswaApi.review(idperson(), { apply }),
    async onSuccess(_, apply) {
      notify(t(`siswa.review.${apply ? 'applied' : 'dropped'}`), 'success');
      const following = next();
      if (following) await router.push(decideAt(following));
    },
    onError: (error) => notify(errorText(error), 'error'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['siswa'] }),
  });
}
