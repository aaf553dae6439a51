import type { SiswaPageDto } from '@bantubayar/shared';
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

  /** From the list that one came from, until the student is there. */
  const knownName = computed(() => {
    const lists = queryClient.getQueriesData<SiswaPageDto>({ queryKey: ['siswa', 'list'] });
    const listed = lists.flatMap(([, page]) => page?.items ?? []);
    return listed.find((item) => item.idperson === idperson())?.nama;
  });

  return { siswa: data, error, refetch, sync, knownName };
}
