import type { EndedSessionsDto, Page, SessionDto } from '@bantubayar/shared';
import { api } from '../../../core/api-client';

export const sessionsApi = {
  list: (signal: AbortSignal) => api.get<Page<SessionDto>>('/auth/sessions', { signal }),
  end: (id: string) => api.delete(`/auth/sessions/${id}`),
  endOthers: () => api.delete<EndedSessionsDto>('/auth/sessions'),
};
