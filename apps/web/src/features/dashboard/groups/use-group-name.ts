import { useI18n } from 'vue-i18n';
import type { Group } from './dashboard-groups';

export function useGroupName() {
  const { t } = useI18n();
  return ({ lembaga, kelas }: Group): string =>
    kelas === undefined ? (lembaga ?? t('dashboard.noUnit')) : (kelas ?? t('dashboard.noClass'));
}
