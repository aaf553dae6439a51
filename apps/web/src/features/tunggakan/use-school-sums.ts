import type { RingkasanDto } from '@bantubayar/shared';
import { useQuery } from '@tanstack/vue-query';
import { api } from '../../core/api-client';

/** How the whole school stands: whether anything is known at all, and whether its figures are being derived anew. */
export function useSchoolSums() {
  const { data } = useQuery({
    queryKey: ['siswa', 'ringkasan', {}],
    queryFn: ({ signal }) => api.get<RingkasanDto>('/admin/siswa/ringkasan', { signal }),
  });
  return data;
}
