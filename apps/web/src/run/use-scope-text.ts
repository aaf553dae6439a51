import type { SyncScopeDto } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { useReasonText } from './use-reason-text';
import { useFormat } from '../core/use-format';

/** Which students a run takes, in words. */
export function useScopeText() {
  const { t } = useI18n();
  const { counted } = useFormat();
  const reasonText = useReasonText();

  return ({ lembaga, kelas, idperson, failedOf, retryOf, reason, staleHours }: SyncScopeDto): string => {
    const parts = [
      lembaga && t('run.scope.lembaga', { lembaga }),
      kelas && t('run.scope.kelas', { kelas }),
      idperson && counted('run.scope.idperson', idperson.length),
      failedOf && t('run.scope.failedOf', { id: failedOf }),
      retryOf && t('run.scope.retryOf', { id: retryOf }),
      reason && t('run.reasonFilter', { reason: reasonText(reason, null) }),
      staleHours !== undefined && staleHours !== null && counted('run.scope.staleHours', staleHours),
    ].filter(Boolean);
    return parts.join(', ') || t('run.scope.all');
  };
}
