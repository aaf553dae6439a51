import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { Carriers } from './carrier';
import { DeliveryRepository } from './delivery.repository';
import { EndpointRepository } from './endpoint.repository';
import { HttpCarrier } from './http-carrier';
import { Relay } from './relay';
import { Sender } from './sender';
import { SentService } from './sent.service';
import { WebhookController } from './webhook.controller';
import { WebhookProcessor } from './webhook.processor';
import { webhookQueueModule } from './webhook.queue';
import { WebhookService } from './webhook.service';

const sending = [Carriers, DeliveryRepository, EndpointRepository, HttpCarrier, Sender];

/** Webhooks on the side of people: endpoints, tests, what was sent. */
@Module({
  imports: [HttpModule],
  controllers: [WebhookController],
  providers: [...sending, SentService, WebhookService],
  exports: [Carriers, EndpointRepository, SentService],
})
export class WebhookModule {}

/** Webhooks on the side of the worker: what is due is sent, by whatever channel. */
@Module({
  imports: [HttpModule, webhookQueueModule],
  providers: [...sending, Relay, WebhookProcessor],
  exports: [Carriers],
})
export class WebhookWorkerModule {}
