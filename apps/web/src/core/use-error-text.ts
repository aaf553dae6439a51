import type { FailureReasonCode } from '@bantubayar/shared';
import { useI18n } from 'vue-i18n';
import { ApiError } from './api-error';

/** What to tell people: the API's own sentence in Indonesian, the code put into words in other languages. */
export function useErrorText() {
  const { t, te, locale } = useI18n();

  function say(key: string, sentence: string | null): string {
    const translated = te(key, 'id') ? t(key) : '';
    return (locale.value === 'id' ? sentence || translated : translated || sentence) || '';
  }

  function errorText(error: unknown): string {
    if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
    return error.code === 'network' ? t('common.network') : say(`error.${error.code}`, error.message);
  }

  function reasonText(reason: FailureReasonCode | null, message: string | null): string {
    return say(`reason.${reason}`, message);
  }

  return { errorText, reasonText };
}
