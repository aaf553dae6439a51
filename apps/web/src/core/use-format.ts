import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { createFormat, type Format, splitDuration } from './format';

const formats = new Map<string, Format>();

function formatOf(locale: string): Format {
  const format = formats.get(locale) ?? createFormat(locale);
  formats.set(locale, format);
  return format;
}

/** The formats of the language that is shown now. */
export function useFormat() {
  const { locale, t } = useI18n();
  const format = computed(() => formatOf(locale.value));

  function duration(seconds: number): string {
    const { shape, ...parts } = splitDuration(seconds);
    return t(`common.duration.${shape}`, parts);
  }

  /** A message that counts: `{n}` is written with thousands separators, and chooses the plural. */
  function counted(key: string, n: number, names: Record<string, string> = {}): string {
    return t(key, { ...names, n: format.value.number(n) }, n);
  }

  return { format, duration, counted };
}
