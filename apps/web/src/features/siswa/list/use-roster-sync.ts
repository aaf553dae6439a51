import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { isApiError } from '../../../core/api-error';
import { notify } from '../../../core/notices';
import { useConfirm } from '../../../core/use-confirm';
import { useErrorText } from '../../../core/use-error-text';
import { useFormat } from '../../../core/use-format';
import { siswaApi } from '../siswa.api';

export interface SuspiciousRoster {
  current: number;
  incoming: number;
  left: number;
}

/** Reads the roster; one that has shrunk sharply is put to the admin before it is applied. */
export function useRosterSync() {
  const { t } = useI18n();
  const { format } = useFormat();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();
  const question = useConfirm<SuspiciousRoster>(() => mutateAsync(true));

  const { mutate, mutateAsync, isPending } = useMutation({
    mutationFn: (force: boolean) => siswaApi.syncRoster({ force }),
    onSuccess: ({ inserted, updated, left, total }) => {
      const { number } = format.value;
      const named = {
        inserted: number(inserted),
        updated: number(updated),
        left: number(left),
        total: number(total),
      };
      notify(t('siswa.rosterDone', named), 'success');
      return queryClient.invalidateQueries({ queryKey: ['siswa'] });
    },
    onError: (error) => {
      if (isApiError(error, 'roster_suspicious')) question.ask(readSuspicion(error.details));
      else notify(t('siswa.rosterFailed', { message: errorText(error) }), 'error');
    },
  });

  return { question, reading: isPending, read: () => mutate(false) };
}

function readSuspicion(details: Record<string, unknown>): SuspiciousRoster {
  return {
    current: Number(details.current ?? 0),
    incoming: Number(details.incoming ?? 0),
    left: Number(details.left ?? 0),
  };
}
