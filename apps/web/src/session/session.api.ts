import type { LoginDto, MeDto } from '@bantubayar/shared';
import { api } from '../core/api-client';

export const sessionApi = {
  me: () => api.get<MeDto>('/auth/me', { anonymous: true }),
  login: (body: LoginDto) => api.post<MeDto>('/auth/login', { body, anonymous: true }),
  logout: () => api.post<void>('/auth/logout', { anonymous: true }),
};
