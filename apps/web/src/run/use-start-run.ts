import type { SyncScopeDto } from '@bantubayar/shared';
import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { useRouter } from 'vue-router';
import { notify } from '../core/notices';
import { useErrorText } from '../core/use-error-text';
import { startSync } from './start-sync.api';

/** Starts a run, and goes to see it. */
export function useStartRun() {
  const { errorText } = useErrorText();
  const router = useRouter();
  const queries = useQueryClient();

  return useMutation({
    mutationFn: (scope: SyncScopeDto) => startSync({ scope }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['sync'] });
      await router.push('/admin/sync-pembayaran');
    },
    onError: (error) => notify(errorText(error), 'error'),
  });
}
