import type { RosterResultDto, SyncRosterDto } from '@bantubayar/shared';
import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { api } from '../core/api-client';
import { isApiError } from '../core/api-error';
import { notify } from '../core/notices';
import { useConfirm } from '../core/use-confirm';
import { useErrorText } from '../core/use-error-text';
import { useFormat } from '../core/use-format';

export interface SuspiciousRoster {
  current: number;
  incoming: number;
  left: number;
}

const syncRoster = (body: SyncRosterDto) => api.post<RosterResultDto>('/admin/siswa/sync', { body });

/** Reads the roster; one that lacks many of the students is put to the admin before it is applied, other troubles are in `problem`. */
export function useRosterSync() {
  const { t } = useI18n();
  const { format } = useFormat();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();
  const question = useConfirm<SuspiciousRoster>(() => mutateAsync(true));

  const { mutate, mutateAsync, isPending, error } = useMutation({
    mutationFn: (force: boolean) => syncRoster({ force }),
    onSuccess: ({ inserted, updated, left, total }) => {
      const { number } = format.value;
      const named = {
        inserted: number(inserted),
        updated: number(updated),
        left: number(left),
        total: number(total),
      };
      notify(t('roster.synced', named), 'success');
      return queryClient.invalidateQueries({ queryKey: ['siswa'] });
    },
    onError: (failure) => {
      const doubt = suspicionOf(failure);
      if (doubt && doubt.current > 0) question.ask(doubt);
      // Whether it was the connection is told elsewhere on the page.
      void queryClient.invalidateQueries({ queryKey: ['siswa', 'perhatian'] });
    },
  });

  /** What went wrong, in words; of a school that has nobody yet, an empty roster is no shrunken one. */
  function problemText(failure: unknown): string {
    if (!failure) return '';
    const doubt = suspicionOf(failure);
    if (doubt) return doubt.current > 0 ? '' : t('roster.empty');
    return errorText(failure);
  }

  return { question, reading: isPending, error, problemText, read: () => mutate(false) };
}

function suspicionOf(error: unknown): SuspiciousRoster | null {
  if (!isApiError(error, 'roster_suspicious')) return null;
  const { current, incoming, left } = error.details;
  return { current: Number(current ?? 0), incoming: Number(incoming ?? 0), left: Number(left ?? 0) };
}
