import {
  type CreateWebhookDto,
  type DeliveryDto,
  type DeliveryQueryDto,
  type Page,
  type ResendDto,
  type UpdateWebhookDto,
  WEBHOOK_TYPES,
  type WebhookDto,
  WEBHOOKS_MAX,
  type WebhookSecretDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { idCursor, pageOf } from '../common/cursor';
import { InvalidInputError } from '../common/domain-error';
import { SecretsKeyMissingError } from '../common/secrets-key-missing.error';
import { seal } from '../common/secret-box';
import { env } from '../config/env';
import { DeliveryRepository } from './delivery.repository';
import { EndpointRepository, type Target } from './endpoint.repository';
import { SECRET_NAME, Sender } from './sender';
import { newSecret } from './signature';
import { checkedTarget } from './target';
import { DeliveryNotFoundError, TooManyWebhooksError, WebhookNotFoundError } from './webhook.errors';

/** Webhook endpoints: made, changed, tried, and what was sent to them. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly sender: Sender,
  ) {}

  list(): Promise<WebhookDto[]> {
    return this.endpoints.list();
  }

  async get(id: string): Promise<WebhookDto> {
    const found = await this.endpoints.find(id);
    if (!found) throw new WebhookNotFoundError(id);
    return found;
  }

  async create(given: CreateWebhookDto, by: string): Promise<WebhookSecretDto> {
    const url = checkedTarget(given.url);
    const { name = new URL(url).host.slice(0, 100), types = WEBHOOK_TYPES } = given;
    const secret = newSecret();
    const id = await this.endpoints.create({ url, name, types }, sealed(secret), by, WEBHOOKS_MAX);
    if (id === null) throw new TooManyWebhooksError();
    return { ...(await this.get(id)), secret };
  }

  async update(id: string, { active, url, ...given }: UpdateWebhookDto): Promise<WebhookDto> {
    await this.get(id);
    await this.endpoints.update(id, { ...given, url: url === undefined ? undefined : checkedTarget(url) });
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
    const target = await this.targetOf(id);
    const delivery = await this.deliveries.addTest(id);
    await this.sender.test(target, delivery);
    return (await this.deliveries.find(id, delivery.id))!;
  }

  async resend(id: string, what: ResendDto): Promise<number> {
    if ((what.deliveryId === undefined) === (what.failedSince === undefined)) {
      throw new InvalidInputError('Isian tidak sesuai: isi salah satu, deliveryId atau failedSince', {
        body: ['must have either deliveryId or failedSince'],
      });
    }
    await this.get(id);
    const resent = await this.deliveries.resend(id, what);
    if (what.deliveryId && resent === 0) throw new DeliveryNotFoundError(what.deliveryId);
    return resent;
  }

  async page(id: string, query: DeliveryQueryDto): Promise<Page<DeliveryDto>> {
    await this.get(id);
    const place = idCursor(`webhook ${id}`);
    const limit = query.limit + 1;
    const rows = await this.deliveries.page(id, { ...query, limit }, place.read(query.cursor));
    return pageOf(rows, query.limit, (row) => place.of(row.id));
  }

  private async targetOf(id: string): Promise<Target> {
    const target = await this.endpoints.targetOf(id);
    if (!target) throw new WebhookNotFoundError(id);
    return target;
  }
}

function sealed(secret: string): Buffer {
  if (!env.SECRETS_KEY) throw new SecretsKeyMissingError('Rahasia webhook');
  return seal(env.SECRETS_KEY, SECRET_NAME, secret);
}
