import type { CreatedTokenDto, CreateTokenDto, Page, TokenDto } from '@bantubayar/shared';
import { api } from '../../../core/api-client';

export const tokensApi = {
  list: (signal: AbortSignal) => api.get<Page<TokenDto>>('/auth/tokens', { signal }),
  create: (body: CreateTokenDto) => api.post<CreatedTokenDto>('/auth/tokens', { body }),
  revoke: (id: string) => api.delete(`/auth/tokens/${encodeURIComponent(id)}`),
};
