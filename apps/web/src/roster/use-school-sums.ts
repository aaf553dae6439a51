import type { RingkasanDto } from '@bantubayar/shared';
import { useQuery } from '@tanstack/vue-query';
import { api } from '../core/api-client';
import { firstStepOf } from './first-step';

/** Somebody else may take a first step too. */
const WHILE_NEW_MS = 5_000;

/** How the whole school stands: whether anything is known at all, and whether its figures are being derived anew. */
export function useSchoolSums() {
  const { data: sums, isError: failed } = useQuery({
    queryKey: ['siswa', 'ringkasan', {}],
    queryFn: ({ signal }) => api.get<RingkasanDto>('/admin/siswa/ringkasan', { signal }),
    refetchInterval: ({ state }) => (firstStepOf(state.data) ? WHILE_NEW_MS : false),
  });
  return { sums, failed };
}
