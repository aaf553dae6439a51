import { PASSWORD_MIN_LENGTH } from '@bantubayar/shared';
import { computed, reactive, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { isApiError } from '../../../core/api-error';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { accountApi } from './account.api';

/** One's own new password, from the dialog to the API; `done` once it holds. */
export function usePasswordDraft(done: () => void) {
  const { t } = useI18n();
  const { errorText } = useErrorText();
  const draft = reactive({ current: '', password: '', again: '' });
  const tried = shallowRef(false);
  const sending = shallowRef(false);
  const failure = shallowRef<unknown>(null);

  watch(draft, () => (failure.value = null));

  const missing = computed(() => {
    const found: Partial<typeof draft> = {};
    if (!draft.current) found.current = t('pengaturan.password.missing');
    if (draft.password.length < PASSWORD_MIN_LENGTH) {
      found.password = t('pengaturan.password.short', { n: PASSWORD_MIN_LENGTH });
    } else if (draft.again !== draft.password) found.again = t('pengaturan.password.different');
    return found;
  });
  const refused = computed(() => isApiError(failure.value, 'wrong_password'));
  const wrong = computed(() => ({
    ...(tried.value ? missing.value : {}),
    ...(refused.value ? { current: errorText(failure.value) } : {}),
  }));
  const problem = computed(() => (failure.value && !refused.value ? errorText(failure.value) : ''));

  function begin(): void {
    Object.assign(draft, { current: '', password: '', again: '' });
    tried.value = false;
    failure.value = null;
  }

  async function submit(): Promise<void> {
    tried.value = true;
    if (sending.value || Object.keys(missing.value).length > 0) return;
    sending.value = true;
    failure.value = null;
    try {
      await accountApi.changePassword({ current: draft.current, password: draft.password });
      notify(t('pengaturan.password.changed'), 'success');
      done();
    } catch (error) {
      failure.value = error;
    } finally {
      sending.value = false;
    }
  }

  return { draft, begin, submit, sending, wrong, problem };
}
