import type { SyncScopeDto } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../core/use-format';

/** Which students a run takes, in words. */
export function useScopeText() {
  const { t } = useI18n();
  const { counted } = useFormat();

  return ({ lembaga, kelas, idperson, failedOf, staleHours }: SyncScopeDto): string => {
    const parts = [
      lembaga && t('run.scope.lembaga', { lembaga }),
      kelas && t('run.scope.kelas', { kelas }),
      idperson && counted('run.scope.idperson', idperson.length),
      failedOf && t('run.scope.failedOf', { id: failedOf }),
      staleHours !== undefined && staleHours !== null && counted('run.scope.staleHours', staleHours),
    ].filter(Boolean);
    return parts.join(', ') || t('run.scope.all');
  };
}
