import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { DeliveryRepository } from './delivery.repository';
import { EndpointRepository } from './endpoint.repository';
import { Relay } from './relay';
import { Sender } from './sender';
import { WebhookController } from './webhook.controller';
import { WebhookProcessor } from './webhook.processor';
import { webhookQueueModule } from './webhook.queue';
import { WebhookService } from './webhook.service';

const sending = [DeliveryRepository, EndpointRepository, Sender];

/** Webhooks on the side of people: endpoints, tests, what was sent. */
@Module({
  imports: [HttpModule],
  controllers: [WebhookController],
  providers: [...sending, WebhookService],
})
export class WebhookModule {}

/** Webhooks on the side of the worker: what is due is sent. */
@Module({
  imports: [HttpModule, webhookQueueModule],
  providers: [...sending, Relay, WebhookProcessor],
})
export class WebhookWorkerModule {}
