import type { UmurTunggakan } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../core/use-format';
import { billName } from './bill-name';

/** Bills in words: their names, and how late they are. */
export function useBillWords() {
  const { t } = useI18n();
  const { counted } = useFormat();

  const nameOf = (kategori: string | null, nama: string | null) =>
    billName(kategori, nama, t('tagihan.yearTotal'));

  /** Nothing for a bill of which nothing is owed today. */
  function late(days: number | null): string {
    if (days === null) return '';
    return days === 0 ? t('tagihan.dueToday') : counted('tagihan.late', days);
  }

  const umurName = (umur: UmurTunggakan): string => t(`tagihan.umur.${umur}`);

  return { billName: nameOf, late, umurName };
}
