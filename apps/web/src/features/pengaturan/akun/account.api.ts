import type { ChangePasswordDto } from '@bantubayar/shared';
import { api } from '../../../core/api-client';

export const accountApi = {
  changePassword: (body: ChangePasswordDto) => api.post<void>('/auth/password', { body }),
};
