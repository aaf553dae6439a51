import type { WebhookDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { EndpointRepository } from '../../webhook/endpoint.repository';
import { webhookOf } from '../../webhook/webhook.presenter';
import { Figures } from './figures';

const STATES = ['on', 'failing', 'off', 'off_failing'] as const;

/** How the endpoints of webhooks stand, and what waits for them. */
@Injectable()
export class WebhookFigures extends Figures {
  private readonly waiting = this.gauge('bantubayar_webhooks_waiting', 'Webhooks that are still to be taken');
  private readonly endpoints = this.gauge(
    'bantubayar_webhook_endpoints',
    'Endpoints of webhooks by how they stand',
    'state',
  );

  constructor(private readonly repository: EndpointRepository) {
    super();
  }

  protected async read(): Promise<void> {
    const all = (await this.repository.list('webhook')).map(webhookOf);
    this.waiting.set(all.reduce((sum, { pending }) => sum + pending, 0));
    for (const state of STATES)
      this.endpoints.set({ state }, all.filter((endpoint) => stateOf(endpoint) === state).length);
  }
}

function stateOf({ off, failingSince }: WebhookDto): (typeof STATES)[number] {
  if (off === null) return failingSince === null ? 'on' : 'failing';
  return off === 'failing' ? 'off_failing' : 'off';
}
