import { Injectable } from '@nestjs/common';
import { Carriers } from './carrier';
import { type Claimed, DeliveryRepository } from './delivery.repository';
import { EndpointRepository, type Target } from './endpoint.repository';
import { nextTryInMs } from './retry-schedule';
import { countTry } from './webhook-meters';

/** Has what is in hand carried, once, and notes what came of it. */
@Injectable()
export class Sender {
  constructor(
    private readonly carriers: Carriers,
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
  ) {}

  /** Takes what is due next in hand for as long as a try can take; null where nothing is. */
  claimNext(endpointId: string, { channel }: Target): Promise<Claimed | null> {
    return this.deliveries.claimNext(endpointId, this.carriers.of(channel).patienceMs);
  }

  /** Answers whether it was taken; one that `stop` cut off is handed back as if it was not tried. */
  async send(endpointId: string, target: Target, delivery: Claimed, stop?: AbortSignal): Promise<boolean> {
    const attempt = await this.carriers.of(target.channel).attempt(target, delivery, stop);
    if (stop?.aborted && attempt.message !== null) {
      await this.deliveries.handBack(delivery.id);
      return false;
    }
    const taken = attempt.message === null;
    const againInMs = taken || attempt.isHopeless === 'this' ? null : nextTryInMs(delivery);
    await this.deliveries.record(delivery.id, attempt, againInMs);
    countTry(target.channel, taken, againInMs !== null);
    if (taken) await this.endpoints.noteTaken(endpointId);
    else if (attempt.isHopeless === 'all') await this.endpoints.switchOff(endpointId, 'gone');
    else if (await this.endpoints.noteFailed(endpointId))
      await this.endpoints.switchOff(endpointId, 'failing');
    return taken;
  }

  /** A test changes nothing of how the endpoint stands, and is tried once. */
  async test(target: Target, delivery: Claimed): Promise<void> {
    const attempt = await this.carriers.of(target.channel).attempt(target, delivery);
    await this.deliveries.record(delivery.id, attempt, null);
  }
}
