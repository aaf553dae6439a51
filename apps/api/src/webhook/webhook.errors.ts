import { WEBHOOKS_MAX } from '@bantubayar/shared';
import { DomainError, NotFoundError } from '../common/domain-error';

export class TooManyWebhooksError extends DomainError<'too_many_webhooks'> {
  constructor() {
    super(409, 'too_many_webhooks', `Paling banyak ${WEBHOOKS_MAX} webhook; hapus yang tidak dipakai`, {
      max: WEBHOOKS_MAX,
    });
  }
}

export class WebhookNotFoundError extends NotFoundError {
  constructor(id: string) {
    super('Webhook tidak ditemukan', { id });
  }
}

export class DeliveryNotFoundError extends NotFoundError {
  constructor(id: string) {
    super('Kiriman tidak ditemukan', { id });
  }
}
