import type { FailureReasonCode } from '@bantubayar/shared';
import { useMutation } from '@tanstack/vue-query';
import { useRouter } from 'vue-router';
import { notify } from '../../core/notices';
import { useErrorText } from '../../core/use-error-text';
import { syncApi } from './sync.api';

/** Starts a run with the students that did not work out, and goes where it can be watched. */
export function useRunRetry(id: () => string) {
  const router = useRouter();
  const { errorText } = useErrorText();

  const { mutate, isPending } = useMutation({
    mutationFn: (reason?: FailureReasonCode) => syncApi.retry(id(), reason),
    onSuccess: () => router.push('/admin/sync-pembayaran'),
    onError: (error) => notify(errorText(error), 'error'),
  });

  return { retry: (reason?: FailureReasonCode) => mutate(reason), retrying: isPending };
}
