import { type CreateUserDto, ROLE_SCOPES, type UpdateUserDto, type UserDto } from '@bantubayar/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { session } from '../../../session/session';
import { usersApi } from './users.api';

const KEY = ['users'];

export const isMe = ({ id }: UserDto): boolean => session.me.value?.id === id;

export function useUsers() {
  const { t } = useI18n();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();
  const reload = () => queryClient.invalidateQueries({ queryKey: KEY });

  const list = useQuery({ queryKey: KEY, queryFn: ({ signal }) => usersApi.list(signal) });
  const create = useMutation({
    mutationFn: (user: CreateUserDto) => usersApi.create(user),
    onSuccess: ({ nama }) => {
      notify(t('pengaturan.user.added', { nama }), 'success');
      return reload();
    },
  });
  const update = useMutation({
    mutationFn: ({ id, change }: { id: string; change: UpdateUserDto }) => usersApi.update(id, change),
    onSuccess: (user) => {
      notify(t('pengaturan.user.changed', { nama: user.nama }), 'success');
      if (isMe(user)) takeOver(user);
      return reload();
    },
  });
  const remove = useMutation({
    mutationFn: ({ id }: UserDto) => usersApi.remove(id),
    onSuccess: (_, { nama }) => notify(t('pengaturan.user.removed', { nama }), 'success'),
    onError: (error) => notify(errorText(error), 'error'),
    onSettled: reload,
  });

  return { list, create, update, remove };
}

/** One's own change holds at once, also where it takes rights away. */
function takeOver({ nama, role }: UserDto): void {
  session.me.value = { ...session.me.value!, nama, role, scopes: [...ROLE_SCOPES[role]] };
}
