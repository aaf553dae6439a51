import { useI18n } from 'vue-i18n';
import { ApiError } from './api-error';

/** The server's own sentence in Indonesian; in other languages what the page says for its code. */
export function useServerText() {
  const { t, te, locale } = useI18n();

  return (key: string, sentence: string | null): string => {
    const translated = te(key, 'id') ? t(key) : '';
    return (locale.value === 'id' ? sentence || translated : translated || sentence) || '';
  };
}

/** What to tell people about something that failed. */
export function useErrorText() {
  const { t } = useI18n();
  const serverText = useServerText();

  function errorText(error: unknown): string {
    if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
    return error.code === 'network' ? t('common.network') : serverText(`error.${error.code}`, error.message);
  }

  return { errorText };
}
