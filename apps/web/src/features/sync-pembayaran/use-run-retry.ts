import type { RetryDto } from '@bantubayar/shared';
import { useMutation } from '@tanstack/vue-query';
import { useRouter } from 'vue-router';
import { notify } from '../../core/notices';
import { useErrorText } from '../../core/use-error-text';
import { syncApi } from './sync.api';

/** Starts a run with the students that were not fetched since, and goes where it can be watched. */
export function useRunRetry(id: () => string, onStarted?: () => void) {
  const router = useRouter();
  const { errorText } = useErrorText();

  const { mutate, isPending } = useMutation({
    mutationFn: (which: RetryDto) => syncApi.retry(id(), { unmended: true, ...which }),
    onSuccess: () => (onStarted ? onStarted() : router.push('/admin/sync-pembayaran')),
    onError: (error) => notify(errorText(error), 'error'),
  });

  return { retry: (which: RetryDto = {}) => mutate(which), retrying: isPending };
}
