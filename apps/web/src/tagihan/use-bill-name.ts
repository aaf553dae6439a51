import { useI18n } from 'vue-i18n';

/** A bill by its category and its name; a school year of which only the total is known has neither. */
export function useBillName() {
  const { t } = useI18n();

  return (kategori: string | null, nama: string | null): string => {
    const names = [...new Set([kategori, nama])].filter(Boolean);
    return names.join(' · ') || t('tagihan.yearTotal');
  };
}
