import type { FailureReasonCode, SyncLogLineDto } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { useErrorText } from '../../core/use-error-text';
import { useFormat } from '../../core/use-format';

/** A log line in the reader's language: the server's own sentence in Indonesian, else written from its code. */
export function useLogSentence() {
  const { t, te, locale } = useI18n();
  const { format } = useFormat();
  const { reasonText } = useErrorText();

  return (line: SyncLogLineDto): string => {
    const params = line.params ?? {};
    const key = `log.${line.code === 'run_paused' && params.by ? 'run_paused_by' : line.code}`;
    if (locale.value === 'id' || !te(key)) return line.message;

    const shown = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? number(name, value) : value,
    ]);
    const reason = params.reason ? reasonText(String(params.reason) as FailureReasonCode, String(params.reason)) : '';
    return t(key, { ...Object.fromEntries(shown), reason });
  };

  function number(name: string, value: number): string {
    if (name === 'idperson') return String(value);
    return name === 'percent' ? format.value.percent(value) : format.value.number(value);
  }
}
