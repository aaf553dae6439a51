import type {
  CreateWebhookDto,
  DeliveryDto,
  Page,
  UpdateWebhookDto,
  WebhookDto,
  WebhookSecretDto,
} from '@bantubayar/shared';
import { api } from '../../../core/api-client';

const PATH = '/admin/webhooks';
export const webhookAt = (id: string) => `${PATH}/${encodeURIComponent(id)}`;

export const webhooksApi = {
  list: (signal: AbortSignal) => api.get<Page<WebhookDto>>(PATH, { signal }),
  create: (body: CreateWebhookDto) => api.post<WebhookSecretDto>(PATH, { body }),
  update: (id: string, body: UpdateWebhookDto) => api.patch<WebhookDto>(webhookAt(id), { body }),
  remove: (id: string) => api.delete(webhookAt(id)),
  rotate: (id: string) => api.post<WebhookSecretDto>(`${webhookAt(id)}/rotate`),
  test: (id: string) => api.post<DeliveryDto>(`${webhookAt(id)}/test`),
};
