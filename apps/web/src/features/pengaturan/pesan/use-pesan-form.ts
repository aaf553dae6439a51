import {
  inLink,
  PESAN_AWAL,
  PESAN_LINK_MAX,
  PESAN_PENANDA,
  type PesanDto,
  type SavedPesanDto,
  unknownPenanda,
} from '@bantubayar/shared';
import { computed, reactive, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../../core/use-format';

/** A name in braces, as it stands in the text. */
export const inBraces = (name: string): string => `{${name}}`;

/** The text to parents while it is edited, checked as the API checks it. */
export function usePesanForm(saved: SavedPesanDto) {
  const { t } = useI18n();
  const { format } = useFormat();
  const draft = reactive({ sekolah: saved.sekolah ?? '', template: saved.template });
  const tried = shallowRef(false);
  /** As it is sent. */
  const pesan = computed<PesanDto>(() => ({
    sekolah: draft.sekolah.trim(),
    template: draft.template.trim(),
  }));

  const length = computed(() => inLink(draft.template).length);
  const of = (n: number) => ({ n: format.value.number(n), max: format.value.number(PESAN_LINK_MAX) });

  const templateProblem = computed(() => {
    if (draft.template.trim() === '') return t('pesan.setting.empty');
    const unknown = unknownPenanda(draft.template);
    const known = PESAN_PENANDA.map(inBraces).join(', ');
    if (unknown.length > 0) return t('pesan.setting.unknown', { names: unknown.join(', '), known });
    return length.value > PESAN_LINK_MAX ? t('pesan.setting.tooLong', of(length.value)) : '';
  });
  const missing = computed(() => draft.sekolah.trim() === '');

  return {
    draft,
    pesan,
    tried,
    templateProblem,
    sekolahProblem: computed(() => (tried.value && missing.value ? t('pesan.setting.sekolahRequired') : '')),
    complete: computed(() => !missing.value && !templateProblem.value),
    lengthText: computed(() => t('pesan.setting.length', of(length.value))),
    isAwal: computed(() => draft.template === PESAN_AWAL),
    reset: () => (draft.template = PESAN_AWAL),
  };
}
