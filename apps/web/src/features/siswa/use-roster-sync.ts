import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { isApiError } from '../../core/api-error';
import { notify } from '../../core/notices';
import { useErrorText } from '../../core/use-error-text';
import { useFormat } from '../../core/use-format';
import { siswaApi } from './siswa.api';

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
  const suspicious = shallowRef<SuspiciousRoster>({ current: 0, incoming: 0, left: 0 });
  const asking = shallowRef(false);

  const { mutate, isPending } = useMutation({
    mutationFn: (force: boolean) => siswaApi.syncRoster({ force }),
    onSuccess: ({ inserted, updated, left, total }) => {
      asking.value = false;
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
      asking.value = isApiError(error, 'roster_suspicious');
      if (isApiError(error, 'roster_suspicious')) suspicious.value = readSuspicion(error.details);
      else notify(t('siswa.rosterFailed', { message: errorText(error) }), 'error');
    },
  });

  return {
    suspicious,
    asking,
    reading: isPending,
    read: () => mutate(false),
    force: () => mutate(true),
  };
}

function readSuspicion(details: Record<string, unknown>): SuspiciousRoster {
  return {
    current: Number(details.current ?? 0),
    incoming: Number(details.incoming ?? 0),
    left: Number(details.left ?? 0),
  };
}
