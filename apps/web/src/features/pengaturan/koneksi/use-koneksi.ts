import { KREDENSIAL, type KredensialBaruDto, type KredensialName } from '@bantubayar/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, reactive, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { isApiError } from '../../../core/api-error';
import { useErrorText } from '../../../core/use-error-text';
import { koneksiApi } from './koneksi.api';

const KEY = ['koneksi'];

/** With what the service was asked: with those in use, be it right after a change, or with what is only typed. */
export type Asked = 'inUse' | 'saved' | 'removed' | 'typed';

/** The connection, what is typed of new credentials, and what can be done with them. */
export function useKoneksi() {
  const { t } = useI18n();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();
  const draft = reactive<Record<KredensialName, string>>({ token: '', cookie: '' });

  const saved = useQuery({ queryKey: KEY, queryFn: ({ signal }) => koneksiApi.get(signal) });

  const given = computed<KredensialBaruDto>(() =>
    Object.fromEntries(KREDENSIAL.filter((name) => draft[name].trim()).map((name) => [name, draft[name]])),
  );
  const isGiven = computed(() => Object.keys(given.value).length > 0);

  /** What the page says elsewhere of the connection may have changed too. */
  const look = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: KEY }),
      queryClient.invalidateQueries({ queryKey: ['siswa', 'perhatian'] }),
    ]);

  const test = useMutation({
    mutationFn: async ({ body, after }: { body: KredensialBaruDto; after?: Asked }) => ({
      hasil: await koneksiApi.test(body),
      asked: after ?? (Object.keys(body).length > 0 ? ('typed' as const) : ('inUse' as const)),
    }),
    onSettled: look,
  });
  /** Whether they do is seen at once. */
  const save = useMutation({
    mutationFn: (body: KredensialBaruDto) => koneksiApi.save(body),
    onSuccess: (answer, body) => {
      queryClient.setQueryData(KEY, answer);
      for (const name of KREDENSIAL) if (body[name] !== undefined) draft[name] = '';
      const isRemoval = Object.values(body).every((value) => value === '');
      test.mutate({ body: {}, after: isRemoval ? 'removed' : 'saved' });
    },
  });
  watch(draft, () => {
    save.reset();
    if (isGiven.value) test.reset();
  });

  const failure = computed(() => save.error.value ?? test.error.value);
  /** Which of the two the API does not take. */
  const wrong = computed<Partial<Record<KredensialName, string>>>(() => {
    const fields = isApiError(failure.value, 'validation_failed') ? (failure.value.details.fields ?? {}) : {};
    return Object.fromEntries(
      KREDENSIAL.filter((name) => name in (fields as object)).map((name) => [
        name,
        t(`koneksi.wrong.${name}`),
      ]),
    );
  });
  const problem = computed(() =>
    failure.value && Object.keys(wrong.value).length === 0 ? errorText(failure.value) : '',
  );

  return { saved, draft, given, isGiven, save, test, wrong, problem };
}

export type Koneksi = ReturnType<typeof useKoneksi>;
