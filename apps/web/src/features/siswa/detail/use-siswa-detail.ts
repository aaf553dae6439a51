import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import { siswaApi } from '../siswa.api';

export function useSiswaDetail(idperson: () => string) {
  const queryClient = useQueryClient();

  const { data, error, refetch } = useQuery({
    queryKey: computed(() => ['siswa', 'detail', idperson()] as const),
    queryFn: ({ signal, queryKey }) => siswaApi.detail(queryKey[2], signal),
  });

  const sync = useMutation({
    mutationFn: () => siswaApi.syncOne(idperson()),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['siswa'] }),
  });

  return { siswa: data, error, refetch, sync };
}
