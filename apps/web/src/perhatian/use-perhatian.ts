import type { PerhatianListDto } from '@bantubayar/shared';
import { useQuery } from '@tanstack/vue-query';
import { api } from '../core/api-client';
import { session } from '../session/session';

const REFRESH_MS = 60_000;

/** What waits for a person, for its page and for the number in the menu. */
export function usePerhatian() {
  return useQuery({
    queryKey: ['siswa', 'perhatian'],
    queryFn: ({ signal }) => api.get<PerhatianListDto>('/admin/perhatian', { signal }),
    enabled: () => session.me.value !== null,
    refetchInterval: REFRESH_MS,
    refetchOnWindowFocus: true,
  });
}
