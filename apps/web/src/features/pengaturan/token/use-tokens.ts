import type { CreateTokenDto, TokenDto } from '@bantubayar/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { tokensApi } from './tokens.api';

const KEY = ['tokens'];

export function useTokens() {
  const { t } = useI18n();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();
  const reload = () => queryClient.invalidateQueries({ queryKey: KEY });

  const list = useQuery({ queryKey: KEY, queryFn: ({ signal }) => tokensApi.list(signal) });
  const create = useMutation({
    mutationFn: (token: CreateTokenDto) => tokensApi.create(token),
    onSuccess: reload,
  });
  const revoke = useMutation({
    mutationFn: ({ id }: TokenDto) => tokensApi.revoke(id),
    onSuccess: (_, { name }) => notify(t('pengaturan.revoked', { name }), 'success'),
    onError: (error) => notify(errorText(error), 'error'),
    onSettled: reload,
  });

  return { list, create, revoke };
}
