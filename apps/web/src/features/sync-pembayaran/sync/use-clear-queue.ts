import { useQueryClient } from '@tanstack/vue-query';
import { notify } from '../../../core/notices';
import { useConfirm } from '../../../core/use-confirm';
import { useErrorText } from '../../../core/use-error-text';
import { useFormat } from '../../../core/use-format';
import { syncApi } from '../sync.api';

/** Takes every run out of the queue, after a question. */
export function useClearQueue() {
  const { counted } = useFormat();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();

  return useConfirm(async () => {
    try {
      const { runIds } = await syncApi.clearQueue();
      notify(counted('sync.queue.cleared', runIds.length), 'success');
    } catch (error) {
      notify(errorText(error), 'error');
    }
    await queryClient.invalidateQueries({ queryKey: ['runs'] });
  });
}
