import type { CreateUserDto, Page, UpdateUserDto, UserDto } from '@bantubayar/shared';
import { api } from '../../../core/api-client';

const PATH = '/auth/users';
const user = (id: string) => `${PATH}/${encodeURIComponent(id)}`;

export const usersApi = {
  list: (signal: AbortSignal) => api.get<Page<UserDto>>(PATH, { signal }),
  create: (body: CreateUserDto) => api.post<UserDto>(PATH, { body }),
  update: (id: string, body: UpdateUserDto) => api.patch<UserDto>(user(id), { body }),
  remove: (id: string) => api.delete(user(id)),
};
