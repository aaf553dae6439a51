import {
  type CreateUserDto,
  PASSWORD_MIN_LENGTH,
  type UpdateUserDto,
  type UserDto,
} from '@bantubayar/shared';
import { computed, reactive, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { isApiError } from '../../../core/api-error';
import { useErrorText } from '../../../core/use-error-text';

const BLANK: CreateUserDto = { nama: '', email: '', role: 'petugas', password: '' };
type Field = keyof CreateUserDto;

/** Which field a refusal is about. */
const FIELD_OF: Record<string, Field> = { email_taken: 'email', last_admin: 'role' };

/** A person while they are written down; `user` is whom the draft changes, null for a new one. */
export function useUserDraft(user: () => UserDto | null) {
  const { t } = useI18n();
  const { errorText } = useErrorText();
  const draft = reactive<CreateUserDto>({ ...BLANK });
  const tried = shallowRef(false);
  const failure = shallowRef<unknown>(null);

  watch(draft, () => (failure.value = null));

  function begin(): void {
    const { nama, email, role } = user() ?? BLANK;
    Object.assign(draft, { nama, email, role, password: '' });
    tried.value = false;
    failure.value = null;
  }

  /** What is missing, field by field, as the API would find it. */
  const missing = computed(() => {
    const kept = user() !== null && draft.password === '';
    const found: Partial<Record<Field, string>> = {};
    if (!draft.nama.trim()) found.nama = t('pengaturan.user.nameRequired');
    if (!/^[^\s@]+@[^\s@]+$/.test(draft.email.trim())) found.email = t('pengaturan.user.emailWrong');
    if (!kept && draft.password.length < PASSWORD_MIN_LENGTH) {
      found.password = t('pengaturan.password.short', { n: PASSWORD_MIN_LENGTH });
    }
    return found;
  });

  const refused = computed<Partial<Record<Field, string>>>(() => {
    const error = failure.value;
    if (!isApiError(error)) return {};
    if (isApiError(error, 'validation_failed') && 'email' in ((error.details.fields ?? {}) as object)) {
      return { email: t('pengaturan.user.emailWrong') };
    }
    const field = FIELD_OF[error.code];
    return field ? { [field]: errorText(error) } : {};
  });

  const wrong = computed(() => ({ ...(tried.value ? missing.value : {}), ...refused.value }));
  const problem = computed(() =>
    failure.value && Object.keys(refused.value).length === 0 ? errorText(failure.value) : '',
  );

  const added = (): CreateUserDto => ({ ...draft, nama: draft.nama.trim(), email: draft.email.trim() });
  const change = (): UpdateUserDto => ({
    nama: draft.nama.trim(),
    role: draft.role,
    password: draft.password || undefined,
  });

  /** Whether the draft can be sent; from now on it says what is missing. */
  function complete(): boolean {
    tried.value = true;
    return Object.keys(missing.value).length === 0;
  }

  return { draft, begin, complete, wrong, problem, failure, added, change };
}
