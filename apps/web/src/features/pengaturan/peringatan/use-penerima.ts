import type { CreatePenerimaDto, DeliveryDto, PenerimaDto, UpdatePenerimaDto } from '@bantubayar/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { lookAtDeliveries } from '../endpoint/deliveries.api';
import { penerimaApi, penerimaAt } from './penerima.api';

export const PENERIMA_LIST = 'penerima';
const KEY = [PENERIMA_LIST];
const WHILE_PENDING_MS = 3_000;

/** Who is written about runs, and what came of the last test. */
export function usePenerima() {
  const { t } = useI18n();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: KEY });
  const onError = (error: unknown) => notify(errorText(error), 'error');
  const tested = shallowRef<{ penerima: PenerimaDto; result: DeliveryDto } | null>(null);

  const list = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => penerimaApi.list(signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ pending }) => pending > 0) ? WHILE_PENDING_MS : false,
  });
  const create = useMutation({
    mutationFn: (body: CreatePenerimaDto) => penerimaApi.create(body),
    onSuccess: ({ email }) => notify(t('peringatan.created', { email }), 'success'),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, body }: { id: string; body: UpdatePenerimaDto }) => penerimaApi.update(id, body),
    onSettled,
  });
  const toggle = useMutation({
    mutationFn: ({ id, off }: PenerimaDto) => penerimaApi.update(id, { active: off !== null }),
    onSuccess: ({ email, off }) =>
      notify(t(off ? 'peringatan.switchedOff' : 'peringatan.switchedOn', { email }), 'success'),
    onError,
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id }: PenerimaDto) => penerimaApi.remove(id),
    onSuccess: (_, { email }) => notify(t('peringatan.removed', { email }), 'success'),
    onError,
    onSettled,
  });
  const test = useMutation({
    mutationFn: ({ id }: PenerimaDto) => penerimaApi.test(id),
    onMutate: () => void (tested.value = null),
    onSuccess: (result, penerima) => void (tested.value = { penerima, result }),
    onError,
    onSettled: (_, __, { id }) => lookAtDeliveries(queryClient, penerimaAt(id), PENERIMA_LIST),
  });

  return { list, create, change, toggle, remove, test, tested };
}
