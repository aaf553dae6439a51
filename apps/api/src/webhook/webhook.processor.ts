import { WEBHOOK_QUEUE } from '@bantubayar/shared';
import { InjectQueue, Process, Processor } from '@nestjs/bull';
import { type OnModuleDestroy, Logger } from '@nestjs/common';
import type { Job, Queue } from 'bull';
import { EndpointRepository } from './endpoint.repository';
import { Sender } from './sender';
import type { WebhookJob } from './webhook.queue';

const ENDPOINTS_AT_ONCE = 20;
/** One that takes nothing gives way to the others after so many tries. */
const FAILURES_IN_A_ROW = 3;
const FINISH_WITHIN_MS = 3_000;

/** One job an endpoint: sends what is due to it, one after the other, so that none waits for the slowness of another's. */
@Processor(WEBHOOK_QUEUE)
export class WebhookProcessor implements OnModuleDestroy {
  private readonly cutOff = new AbortController();
  private stopping = false;
  private readonly logger = new Logger(WebhookProcessor.name);

  constructor(
    @InjectQueue(WEBHOOK_QUEUE) private readonly queue: Queue<WebhookJob>,
    private readonly endpoints: EndpointRepository,
    private readonly sender: Sender,
  ) {}

  @Process({ concurrency: ENDPOINTS_AT_ONCE })
  async process({ data: { endpointId } }: Job<WebhookJob>): Promise<void> {
    let failures = 0;
    while (failures < FAILURES_IN_A_ROW && !this.stopping) {
      const target = await this.endpoints.targetOf(endpointId);
      if (!target || target.off !== null) return;
      const delivery = await this.sender.claimNext(endpointId, target);
      if (!delivery) return;
      failures = (await this.sender.send(endpointId, target, delivery, this.cutOff.signal))
        ? 0
        : failures + 1;
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    const handBack = setTimeout(() => this.cutOff.abort(), FINISH_WITHIN_MS);
    await this.queue.pause(true).catch((error: Error) => this.logger.warn(error.message));
    clearTimeout(handBack);
  }
}
