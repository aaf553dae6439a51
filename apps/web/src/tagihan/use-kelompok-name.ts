import type { KelompokTunggakan, UmurTunggakan } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { schoolYear } from '../core/format';
import { useBillWords } from './use-bill-words';

export function useKelompokName() {
  const { t } = useI18n();
  const { umurName } = useBillWords();

  return (kelompok: KelompokTunggakan, name: string | null): string => {
    if (name === null) return t(`tunggakan.without.${kelompok}`);
    if (kelompok === 'umur') return umurName(name as UmurTunggakan);
    return kelompok === 'periode' ? schoolYear(name) : name;
  };
}
