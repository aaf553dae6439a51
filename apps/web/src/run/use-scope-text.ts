import type { SyncScopeDto } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { useReasonText } from './use-reason-text';
import { useFormat } from '../core/use-format';
import { useFilterWords } from '../tagihan/use-filter-words';

/** Which students a run takes, in words. */
export function useScopeText() {
  const { t } = useI18n();
  const { counted } = useFormat();
  const filterWords = useFilterWords();
  const reasonText = useReasonText();

  return (scope: SyncScopeDto): string => {
    const { idperson, failedOf, retryOf, reason, staleHours } = scope;
    const parts = [
      ...filterWords(scope).map(({ text }) => text),
      idperson && counted('run.scope.idperson', idperson.length),
      failedOf && t('run.scope.failedOf', { id: failedOf }),
      retryOf && t('run.scope.retryOf', { id: retryOf }),
      reason && t('run.reasonFilter', { reason: reasonText(reason, null) }),
      staleHours !== undefined && staleHours !== null && counted('run.scope.staleHours', staleHours),
    ].filter(Boolean);
    return parts.join(', ') || t('run.scope.all');
  };
}
