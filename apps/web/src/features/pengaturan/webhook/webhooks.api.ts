import type {
  CreateWebhookDto,
  DeliveryDto,
  Page,
  ResendDto,
  ResentDto,
  UpdateWebhookDto,
  WebhookDto,
  WebhookSecretDto,
  WebhookState,
} from '@bantubayar/shared';
import { api } from '../../../core/api-client';

/** Apart from the endpoints' own: one that was just deleted is not asked what was sent to it. */
export const deliveriesKey = (id: string) => ['webhook-deliveries', id];

const PATH = '/admin/webhooks';
const at = (id: string, deed = '') => `${PATH}/${encodeURIComponent(id)}${deed}`;

export const webhooksApi = {
  list: (signal: AbortSignal) => api.get<Page<WebhookDto>>(PATH, { signal }),
  create: (body: CreateWebhookDto) => api.post<WebhookSecretDto>(PATH, { body }),
  update: (id: string, body: UpdateWebhookDto) => api.patch<WebhookDto>(at(id), { body }),
  remove: (id: string) => api.delete(at(id)),
  rotate: (id: string) => api.post<WebhookSecretDto>(at(id, '/rotate')),
  test: (id: string) => api.post<DeliveryDto>(at(id, '/test')),
  resend: (id: string, body: ResendDto) => api.post<ResentDto>(at(id, '/resend'), { body }),
  deliveries: (
    { id, ...query }: { id: string; state?: WebhookState; limit: number; cursor?: string },
    signal: AbortSignal,
  ) => api.get<Page<DeliveryDto>>(at(id, '/deliveries'), { query, signal }),
};
