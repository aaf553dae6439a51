import { WEBHOOK_QUEUE } from '@bantubayar/shared';
import { BullModule } from '@nestjs/bull';
import type { JobOptions } from 'bull';

/** One job an endpoint to which something is due; what is sent stands in the database. */
export interface WebhookJob {
  endpointId: string;
}

/** The id makes adding an endpoint's job again harmless while it is still there. */
export const webhookJobOptions = (endpointId: string) =>
  ({ removeOnComplete: true, removeOnFail: true, jobId: `endpoint:${endpointId}` }) satisfies JobOptions;

export const webhookQueueModule = BullModule.registerQueue({
  name: WEBHOOK_QUEUE,
  // A dead worker's endpoints come back soon; how often that happened says nothing.
  settings: { lockDuration: 10_000, lockRenewTime: 3_000, stalledInterval: 3_000, maxStalledCount: 1_000 },
});
