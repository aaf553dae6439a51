import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { syncApi } from '../sync.api';

/** Takes a run out of the queue. */
export function useTakeBack() {
  const { t } = useI18n();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();

  const { mutate, isPending } = useMutation({
    mutationFn: (id: string) => syncApi.takeBack(id),
    onSuccess: (_, id) => notify(t('sync.queue.back', { id }), 'success'),
    onError: (error) => notify(errorText(error), 'error'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['runs'] }),
  });

  return { takeBack: mutate, isPending };
}
