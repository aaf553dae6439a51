import { Injectable } from '@nestjs/common';
import type { Attempt, Channel } from './attempt';
import type { Claimed } from './delivery.repository';
import type { Target } from './endpoint.repository';

/** Takes what is in hand to where it is meant for, once. */
export interface Carrier {
  /** No try takes longer. */
  readonly patienceMs: number;
  attempt(target: Target, delivery: Claimed, stop?: AbortSignal): Promise<Attempt>;
}

/** The carriers of a process, by channel; each says by itself that it is there. */
@Injectable()
export class Carriers {
  private readonly all = new Map<Channel, Carrier>();

  add(channel: Channel, carrier: Carrier): void {
    this.all.set(channel, carrier);
  }

  of(channel: Channel): Carrier {
    return this.all.get(channel)!;
  }
}
