import { useI18n } from 'vue-i18n';
import { ApiError } from './api-error';

/** What to tell people: the API's own sentence in Indonesian, the code put into words in other languages. */
export function useErrorText() {
  const { t, te, locale } = useI18n();

  function errorText(error: unknown): string {
    if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
    if (error.code === 'network') return t('common.network');
    const translated = te(`error.${error.code}`, 'id') ? t(`error.${error.code}`) : '';
    return locale.value === 'id' ? error.message || translated : translated || error.message;
  }

  return { errorText };
}
