import { useI18n } from 'vue-i18n';
import { notify } from './notices';

/** Without https, on another machine, browsers have no clipboard to offer. */
export function useCopy() {
  const { t } = useI18n();

  return async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      notify(t('common.copied'), 'success');
    } catch {
      notify(t('common.copyFailed'), 'warning');
    }
  };
}
