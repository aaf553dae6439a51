import { useI18n } from 'vue-i18n';
import { notify } from '../../core/notices';

/** Without https, on another machine, browsers have no clipboard to offer. */
export function useCopy() {
  const { t } = useI18n();

  return async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      notify(t('pengaturan.copied'), 'success');
    } catch {
      notify(t('pengaturan.copyFailed'), 'warning');
    }
  };
}
