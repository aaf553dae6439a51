import type { ResendDto, WebhookState } from '@bantubayar/shared';
import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { notify } from '../../../core/notices';
import { useErrorText } from '../../../core/use-error-text';
import { useFormat } from '../../../core/use-format';
import { usePagedQuery } from '../../../core/use-paged-query';
import { deliveriesApi, deliveriesKey, lookAtDeliveries } from './deliveries.api';

const LIMIT = 10;
/** As long as deliveries are kept. */
const KEPT_DAYS = 30;

/** What was sent to the endpoint at an address, page by page, and sending it again; `of` is the list that it stands in. */
export function useDeliveries(at: () => string, of: string) {
  const { t } = useI18n();
  const { format } = useFormat();
  const { errorText } = useErrorText();
  const queryClient = useQueryClient();
  const state = shallowRef<WebhookState | null>(null);
  const list = usePagedQuery({
    key: () => deliveriesKey(at()),
    asked: () => ({ at: at(), state: state.value ?? undefined }),
    limit: () => LIMIT,
    fetch: deliveriesApi.page,
  });
  const resend = useMutation({
    mutationFn: (what: ResendDto) => deliveriesApi.resend(at(), what),
    onSuccess: ({ resent }) =>
      notify(t('webhook.resent', { n: format.value.number(resent) }, resent), 'success'),
    onError: (error) => notify(errorText(error), 'error'),
    onSettled: () => lookAtDeliveries(queryClient, at(), of),
  });
  const resendFailed = () =>
    resend.mutate({ failedSince: new Date(Date.now() - KEPT_DAYS * 86_400_000).toISOString() });

  return { state, list, resend, resendFailed };
}
