import {
  type CreateWebhookDto,
  type DeliveryDto,
  type DeliveryQueryDto,
  type Page,
  type ResendDto,
  type ResentDto,
  type UpdateWebhookDto,
  WEBHOOK_TEST,
  WEBHOOK_TYPES,
  type WebhookDto,
  WEBHOOKS_MAX,
  type WebhookSecretDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { SecretsKeyMissingError } from '../common/secrets-key-missing.error';
import { seal } from '../common/secret-box';
import { env } from '../config/env';
import { EndpointRepository } from './endpoint.repository';
import { SECRET_NAME } from './http-carrier';
import { SentService } from './sent.service';
import { newSecret } from './signature';
import { checkedTarget } from './target';
import { TooManyWebhooksError, WebhookNotFoundError } from './webhook.errors';
import { webhookOf } from './webhook.presenter';

/** Webhook endpoints: made, changed, tried, and what was sent to them. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly endpoints: EndpointRepository,
    private readonly sent: SentService,
  ) {}

  async list(): Promise<WebhookDto[]> {
    return (await this.endpoints.list('webhook')).map(webhookOf);
  }

  async get(id: string): Promise<WebhookDto> {
    const found = await this.endpoints.find('webhook', id);
    if (!found) throw new WebhookNotFoundError(id);
    return webhookOf(found);
  }

  async create(given: CreateWebhookDto, by: string): Promise<WebhookSecretDto> {
    const url = checkedTarget(given.url);
    const { name = new URL(url).host.slice(0, 100), types = WEBHOOK_TYPES } = given;
    const secret = newSecret();
    const made = { channel: 'webhook', by, max: WEBHOOKS_MAX, secret: sealed(secret) } as const;
    const id = await this.endpoints.create({ url, name: name.trim(), types }, made);
    if (id === null) throw new TooManyWebhooksError();
    return { ...(await this.get(id)), secret };
  }

  async update(id: string, { active, url, name, types }: UpdateWebhookDto): Promise<WebhookDto> {
    await this.get(id);
    const target = url === undefined ? undefined : checkedTarget(url);
    await this.endpoints.update(id, { url: target, name: name?.trim(), types });
    if (active === true) await this.endpoints.switchOn(id);
    if (active === false) await this.endpoints.switchOff(id, 'manual');
    return this.get(id);
  }

  /** Answers which it was. */
  async remove(id: string): Promise<WebhookDto> {
    const found = await this.get(id);
    await this.endpoints.remove(id);
    return found;
  }

  async rotate(id: string): Promise<WebhookSecretDto> {
    await this.get(id);
    const secret = newSecret();
    await this.endpoints.rotate(id, sealed(secret));
    return { ...(await this.get(id)), secret };
  }

  /** Sends a test now, also to one that is off, and tells what came of it. */
  async test(id: string): Promise<DeliveryDto> {
    await this.get(id);
    const body = JSON.stringify({ type: WEBHOOK_TEST, timestamp: new Date().toISOString(), data: {} });
    return this.sent.test(id, WEBHOOK_TEST, body);
  }

  async resend(id: string, what: ResendDto): Promise<ResentDto> {
    await this.get(id);
    return this.sent.resend(id, what);
  }

  async page(id: string, query: DeliveryQueryDto): Promise<Page<DeliveryDto>> {
    await this.get(id);
    return this.sent.page(id, query);
  }
}

function sealed(secret: string): Buffer {
  if (!env.SECRETS_KEY) throw new SecretsKeyMissingError('Rahasia webhook');
  return seal(env.SECRETS_KEY, SECRET_NAME, secret);
}
