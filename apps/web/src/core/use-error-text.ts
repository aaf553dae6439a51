import { useI18n } from 'vue-i18n';
import { ApiError } from './api-error';

/** Which fields are wrong and why, as the API says it to programs. */
function wrongFields({ details }: ApiError): string[] {
  const fields = Object.entries((details['fields'] ?? {}) as Record<string, string[]>);
  return fields.map(([name, texts]) => {
    const said = texts.join(', ');
    return said.startsWith(name) ? `${said}.` : `${name} ${said}.`;
  });
}

/** What to tell people: the API's own sentence in Indonesian, the code put into words in other languages. */
export function useErrorText() {
  const { t, te, locale } = useI18n();

  function errorText(error: unknown): string {
    if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
    if (error.code === 'network') return t('common.network');
    const translated = te(`error.${error.code}`, 'id') ? t(`error.${error.code}`) : '';
    if (locale.value === 'id') return error.message || translated;
    return [translated || error.message, ...wrongFields(error)].join(' ');
  }

  return { errorText };
}
