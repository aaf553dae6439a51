import type { UmurTunggakan } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../core/use-format';

/** Bills in words: their names, and how late they are. */
export function useBillWords() {
  const { t } = useI18n();
  const { counted } = useFormat();

  /** A school year of which only the total is known has bills without a name. */
  function billName(kategori: string | null, nama: string | null): string {
    const names = [...new Set([kategori, nama])].filter(Boolean);
    return names.join(' · ') || t('tagihan.yearTotal');
  }

  /** Nothing for a bill of which nothing is owed today. */
  function late(days: number | null): string {
    if (days === null) return '';
    return days === 0 ? t('tagihan.dueToday') : counted('tagihan.late', days);
  }

  const umurName = (umur: UmurTunggakan): string => t(`tagihan.umur.${umur}`);

  return { billName, late, umurName };
}
