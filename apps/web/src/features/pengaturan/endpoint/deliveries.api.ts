import type { DeliveryDto, Page, ResendDto, ResentDto, WebhookState } from '@bantubayar/shared';
import type { QueryClient } from '@tanstack/vue-query';
import { api } from '../../../core/api-client';

/** Apart from the endpoints' own: one that was just deleted is not asked what was sent to it. */
export const deliveriesKey = (at: string) => ['deliveries', at];

/** Something was sent, or is to be: looks anew at the endpoint's deliveries and, in its list, at how many of them there are. */
export async function lookAtDeliveries(queryClient: QueryClient, at: string, list: string): Promise<void> {
  const keys = [deliveriesKey(at), [list]];
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

/** What was sent to an endpoint or a receiver, which has the address `at`. */
export const deliveriesApi = {
  page: (
    { at, ...query }: { at: string; state?: WebhookState; limit: number; cursor?: string },
    signal: AbortSignal,
  ) => api.get<Page<DeliveryDto>>(`${at}/deliveries`, { query, signal }),
  resend: (at: string, body: ResendDto) => api.post<ResentDto>(`${at}/resend`, { body }),
};
