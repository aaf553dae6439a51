import { Injectable } from '@nestjs/common';
import type { Channel } from '../../webhook/attempt';
import { EndpointRepository } from '../../webhook/endpoint.repository';
import type { EndpointRow } from '../../webhook/webhook.presenter';
import { Figures } from './figures';

const STATES = ['on', 'failing', 'off', 'off_failing'] as const;

/** How the endpoints of webhooks and the receivers of e-mails stand, and what waits for them. */
@Injectable()
export class WebhookFigures extends Figures {
  private readonly waiting = {
    webhook: this.gauge('bantubayar_webhooks_waiting', 'Webhooks that are still to be taken'),
    surel: this.gauge('bantubayar_surel_waiting', 'E-mails that are still to be sent'),
  };
  private readonly endpoints = {
    webhook: this.gauge('bantubayar_webhook_endpoints', 'Endpoints of webhooks by how they stand', 'state'),
    surel: this.gauge('bantubayar_surel_receivers', 'Receivers of e-mails by how they stand', 'state'),
  };

  constructor(private readonly repository: EndpointRepository) {
    super();
  }

  protected async read(): Promise<void> {
    for (const channel of ['webhook', 'surel'] as const)
      this.tell(channel, await this.repository.list(channel));
  }

  private tell(channel: Channel, all: EndpointRow[]): void {
    this.waiting[channel].set(all.reduce((sum, { pending }) => sum + Number(pending), 0));
    for (const state of STATES)
      this.endpoints[channel].set({ state }, all.filter((row) => stateOf(row) === state).length);
  }
}

function stateOf({ off, failing_since }: EndpointRow): (typeof STATES)[number] {
  if (off === null) return failing_since === null ? 'on' : 'failing';
  return off === 'failing' ? 'off_failing' : 'off';
}
