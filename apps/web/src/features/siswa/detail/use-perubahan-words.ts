import type { PerubahanDto, PerubahanItemDto } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { schoolYear } from '../../../core/format';
import { useFormat } from '../../../core/use-format';
import { perubahanParts } from './perubahan-parts';

/** A change in words. */
export function usePerubahanWords() {
  const { t } = useI18n();
  const { format } = useFormat();

  function headline(perubahan: PerubahanDto): string {
    const parts = perubahanParts(perubahan).map(({ name, amount = 0, periode = [] }) =>
      t(`siswa.perubahan.${name}`, {
        amount: format.value.signed(amount),
        periode: periode.map(schoolYear).join(', '),
      }),
    );
    const text = parts.join(', ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  function arrears({ tunggakanBefore, tunggakanAfter }: PerubahanDto): string {
    const after = format.value.rupiah(tunggakanAfter);
    if (tunggakanBefore === tunggakanAfter) return t('siswa.perubahan.tunggakanSame', { after });
    return t('siswa.perubahan.tunggakan', { before: format.value.rupiah(tunggakanBefore), after });
  }

  /** How the amounts of a bill differ, one line each; of one that came or went, what they are or were. */
  function differences(item: PerubahanItemDto): string[] {
    const sides = [
      { name: t('field.tagihan'), before: item.tagihanBefore, after: item.tagihanAfter },
      { name: t('field.dibayar'), before: item.dibayarBefore, after: item.dibayarAfter },
    ];
    return sides
      .filter(({ before, after }) => before !== after && (before || after))
      .map(({ name, before, after }) =>
        before === null || after === null
          ? t('siswa.perubahan.amount', { name, amount: format.value.rupiah(after ?? before ?? 0) })
          : t('siswa.perubahan.change', {
              name,
              before: format.value.rupiah(before),
              after: format.value.rupiah(after),
            }),
      );
  }

  return { headline, arrears, differences };
}
