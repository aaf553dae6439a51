import type { CreateWebhookDto, UpdateWebhookDto, WebhookDto } from '@bantubayar/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { lookAtDeliveries } from '../endpoint/deliveries.api';
import { webhookAt, webhooksApi } from './webhooks.api';

export const WEBHOOK_LIST = 'webhooks';
const KEY = [WEBHOOK_LIST];
const WHILE_PENDING_MS = 3_000;

export function useWebhooks() {
  const { t } = useI18n();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: KEY });
  const onError = (error: unknown) => notify(errorText(error), 'error');

  const list = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => webhooksApi.list(signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ pending }) => pending > 0) ? WHILE_PENDING_MS : false,
  });
  const create = useMutation({ mutationFn: (body: CreateWebhookDto) => webhooksApi.create(body), onSettled });
  const change = useMutation({
    mutationFn: ({ id, body }: { id: string; body: UpdateWebhookDto }) => webhooksApi.update(id, body),
    onSettled,
  });
  const toggle = useMutation({
    mutationFn: ({ id, off }: WebhookDto) => webhooksApi.update(id, { active: off !== null }),
    onSuccess: ({ name, off }) =>
      notify(t(off ? 'webhook.switchedOff' : 'webhook.switchedOn', { name }), 'success'),
    onError,
    onSettled,
  });
  const rotate = useMutation({
    mutationFn: ({ id }: WebhookDto) => webhooksApi.rotate(id),
    onError,
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id }: WebhookDto) => webhooksApi.remove(id),
    onSuccess: (_, { name }) => notify(t('webhook.removed', { name }), 'success'),
    onError,
    onSettled,
  });
  const test = useMutation({
    mutationFn: ({ id }: WebhookDto) => webhooksApi.test(id),
    onSuccess: ({ state, message, durationMs }) =>
      state === 'delivered'
        ? notify(t('webhook.tested', { ms: String(durationMs) }), 'success')
        : notify(t('webhook.testFailed', { message: message ?? '' }), 'error'),
    onError,
    onSettled: (_, __, { id }) => lookAtDeliveries(queryClient, webhookAt(id), WEBHOOK_LIST),
  });

  return { list, create, change, toggle, rotate, remove, test };
}
