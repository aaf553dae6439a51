import type { SessionDto } from '@bantubayar/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { useFormat } from '../../../core/use-format';
import { sessionsApi } from './sessions.api';

const KEY = ['sessions'];

/** Where one is signed in, and how to end it there. */
export function useSessions() {
  const { t } = useI18n();
  const { counted } = useFormat();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();
  const after = {
    onError: (error: unknown) => notify(errorText(error), 'error'),
    onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }),
  };

  const list = useQuery({ queryKey: KEY, queryFn: ({ signal }) => sessionsApi.list(signal) });
  const end = useMutation({
    mutationFn: ({ id }: SessionDto) => sessionsApi.end(id),
    onSuccess: () => notify(t('pengaturan.sesi.ended'), 'success'),
    ...after,
  });
  const endOthers = useMutation({
    mutationFn: () => sessionsApi.endOthers(),
    onSuccess: ({ ended }) => notify(counted('pengaturan.sesi.endedOthers', ended), 'success'),
    ...after,
  });

  return { list, end, endOthers };
}
