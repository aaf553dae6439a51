import type { SiswaFilterDto } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { schoolYear } from '../core/format';
import { useFormat } from '../core/use-format';
import { GROUP_NAMES } from '../lembaga/groups';
import { useBillWords } from './use-bill-words';

type Filters = { [Name in keyof SiswaFilterDto]?: SiswaFilterDto[Name] | null };

/** What a filter asks of students and of what they owe, in words, by its names. */
export function useFilterWords() {
  const { t } = useI18n();
  const { counted } = useFormat();
  const { umurName } = useBillWords();

  return (filters: Filters): { name: keyof SiswaFilterDto; text: string }[] => {
    const { search, status, kategori, periode, umur, terlambat, perhatian } = filters;
    return [
      { name: 'search' as const, text: search && t('tagihan.filter.search', { search }) },
      {
        name: 'status' as const,
        text: status && t('tagihan.filter.status', { status: t(`tagihan.status.${status}`) }),
      },
      ...GROUP_NAMES.map((name) => ({
        name,
        text: filters[name] && `${t(`field.${name}`)} ${filters[name]}`,
      })),
      { name: 'kategori' as const, text: kategori && t('tagihan.filter.kategori', { kategori }) },
      {
        name: 'periode' as const,
        text: periode && t('tagihan.filter.periode', { periode: schoolYear(periode) }),
      },
      { name: 'umur' as const, text: umur && t('tagihan.filter.umur', { umur: umurName(umur) }) },
      { name: 'terlambat' as const, text: terlambat && counted('tagihan.filter.terlambat', terlambat) },
      { name: 'perhatian' as const, text: perhatian && t(`tagihan.filter.perhatian.${perhatian}`) },
    ].flatMap(({ name, text }) => (text ? [{ name, text }] : []));
  };
}
