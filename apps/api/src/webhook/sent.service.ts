import type { DeliveryDto, DeliveryQueryDto, Page, ResendDto, ResentDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { idCursor, pageOf } from '../common/cursor';
import { InvalidInputError } from '../common/domain-error';
import { DeliveryRepository, type TestType } from './delivery.repository';
import { EndpointRepository } from './endpoint.repository';
import { Sender } from './sender';
import { DeliveryNotFoundError } from './webhook.errors';

/** What was sent to an endpoint that is there, of whatever channel; tests, and sending again. */
@Injectable()
export class SentService {
  constructor(
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly sender: Sender,
  ) {}

  /** Sends it now, also to one that is off, and tells what came of it. */
  async test(endpointId: string, type: TestType, body: string): Promise<DeliveryDto> {
    const target = await this.endpoints.targetOf(endpointId);
    const delivery = await this.deliveries.addTest(endpointId, type, body);
    await this.sender.test(target!, delivery);
    return (await this.deliveries.find(endpointId, delivery.id))!;
  }

  async resend(endpointId: string, what: ResendDto): Promise<ResentDto> {
    if ((what.deliveryId === undefined) === (what.failedSince === undefined)) {
      throw new InvalidInputError('Isian tidak sesuai: isi salah satu, deliveryId atau failedSince', {
        body: ['must have either deliveryId or failedSince'],
      });
    }
    const resent = await this.deliveries.resend(endpointId, what);
    if (what.deliveryId && resent === 0) throw new DeliveryNotFoundError(what.deliveryId);
    return { resent };
  }

  async page(endpointId: string, query: DeliveryQueryDto): Promise<Page<DeliveryDto>> {
    const place = idCursor(`webhook ${endpointId}`);
    const limit = query.limit + 1;
    const rows = await this.deliveries.page(endpointId, { ...query, limit }, place.read(query.cursor));
    return pageOf(rows, query.limit, (row) => place.of(row.id));
  }
}
