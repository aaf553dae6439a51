import type { FailureReasonCode, SyncLogLineDto } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { useReasonText } from '../../run/use-reason-text';
import { useFormat } from '../../core/use-format';

/** A log line in the reader's language: the server's own sentence in Indonesian, else written from its code. */
export function useLogSentence() {
  const { t, te } = useI18n();
  const { format } = useFormat();
  const reasonText = useReasonText();

  return ({ code, message, params }: SyncLogLineDto): string => {
    const kinds = [params?.by && 'by', params?.code].filter(Boolean);
    const key = [...kinds.map((kind) => `log.${code}_${kind}`), `log.${code}`].find((name) => te(name));
    if (!key) return message;
    const texts = Object.entries(params ?? {}).map(([name, value]) => [name, text(name, value)]);
    return t(key, Object.fromEntries(texts));
  };

  function text(name: string, value: string | number): string {
    if (name === 'reason') return reasonText(value as FailureReasonCode, String(value));
    if (typeof value === 'string') return value;
    return name === 'percent' ? format.value.percent(value) : format.value.number(value);
  }
}
