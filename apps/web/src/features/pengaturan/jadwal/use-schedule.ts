import type { ScheduleDto } from '@bantubayar/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { isApiError } from '../../../core/api-error';
import { notify } from '../../../core/notices';
import { useFormat } from '../../../core/use-format';
import { scheduleApi } from './schedule.api';

const KEY = ['schedule'];
const REFRESH_MS = 60_000;

export function useSchedule() {
  const { t } = useI18n();
  const { format } = useFormat();
  const queryClient = useQueryClient();

  const saved = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => scheduleApi.get(signal),
    refetchInterval: REFRESH_MS,
  });
  const save = useMutation({
    mutationFn: (schedule: ScheduleDto) => scheduleApi.put(schedule),
    onSuccess: (answer) => {
      queryClient.setQueryData(KEY, answer);
      const at = answer.nextRunAt && format.value.dateTimeIn(answer.nextRunAt, answer.timezone);
      notify(at ? t('pengaturan.schedule.savedNext', { at }) : t('pengaturan.schedule.saved'), 'success');
    },
  });

  /** What the API finds wrong, field by field. */
  const wrong = computed<Record<string, string[]>>(() => {
    const error = save.error.value;
    return isApiError(error, 'validation_failed')
      ? ((error.details.fields ?? {}) as Record<string, string[]>)
      : {};
  });

  return { saved, save, wrong };
}
