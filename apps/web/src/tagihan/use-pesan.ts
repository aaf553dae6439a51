import type { PesanDto } from '@bantubayar/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { pesanApi } from './pesan.api';

const KEY = ['pesan'];

/** What parents are written, and the name of the school that writes it. */
export function usePesan() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => pesanApi.get(signal), staleTime: 60_000 });
}

export function useSavePesan(saved: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (pesan: PesanDto) => pesanApi.put(pesan),
    onSuccess: (answer) => {
      queryClient.setQueryData(KEY, answer);
      saved();
    },
  });
}
