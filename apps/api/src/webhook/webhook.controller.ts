import {
  CreateWebhookDto,
  DeliveryDto,
  DeliveryQueryDto,
  type Page,
  ResendDto,
  ResentDto,
  UpdateWebhookDto,
  WebhookDto,
  WebhookSecretDto,
} from '@bantubayar/shared';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Audited } from '../audit/audited';
import { IdPipe } from '../common/id.pipe';
import { Asker, type Principal, RequireScope } from '../common/principal';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { WebhookService } from './webhook.service';

@RequireScope('admin')
@Controller('admin/webhooks')
export class WebhookController {
  constructor(private readonly webhooks: WebhookService) {}

  @Get()
  @Operation('listWebhooks', 'List the endpoints that are called when something happens')
  @Answers('All endpoints, without their secrets', [WebhookDto])
  async list(): Promise<Page<WebhookDto>> {
    return { items: await this.webhooks.list(), nextCursor: null };
  }

  @Post()
  @Audited('webhook_created')
  @Operation('createWebhook', 'Have an endpoint called when something happens')
  @Answers('The endpoint with its secret, which is not shown again', WebhookSecretDto)
  @Errors('secrets_key_missing', 'too_many_webhooks')
  create(@Body() body: CreateWebhookDto, @Asker() { nama }: Principal): Promise<WebhookSecretDto> {
    return this.webhooks.create(body, nama);
  }

  @Patch(':id')
  @Audited('webhook_updated')
  @Operation('updateWebhook', 'Change an endpoint, or switch it on or off')
  @Answers('The endpoint as it is now', WebhookDto)
  @Errors('not_found')
  update(@Param('id', IdPipe) id: string, @Body() body: UpdateWebhookDto): Promise<WebhookDto> {
    return this.webhooks.update(id, body);
  }

  @Delete(':id')
  @Audited('webhook_deleted')
  @HttpCode(204)
  @Operation('deleteWebhook', 'Delete an endpoint', 'What waits for it is not sent.')
  @Answers('Deleted')
  @Errors('not_found')
  remove(@Param('id', IdPipe) id: string): Promise<WebhookDto> {
    return this.webhooks.remove(id);
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @Audited('webhook_rotated')
  @Operation('rotateWebhookSecret', 'Give an endpoint a new secret', 'For a day the former one signs too.')
  @Answers('The endpoint with its new secret, which is not shown again', WebhookSecretDto)
  @Errors('not_found', 'secrets_key_missing')
  rotate(@Param('id', IdPipe) id: string): Promise<WebhookSecretDto> {
    return this.webhooks.rotate(id);
  }

  @Post(':id/test')
  @HttpCode(200)
  @Audited('webhook_tested')
  @Operation(
    'testWebhook',
    'Send a test now',
    'Of the type webhook.test; tried once, also where the endpoint is off.',
  )
  @Answers('What came of it', DeliveryDto)
  @Errors('not_found')
  test(@Param('id', IdPipe) id: string): Promise<DeliveryDto> {
    return this.webhooks.test(id);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Audited('webhook_resent')
  @Operation('resendWebhook', 'Send one delivery again, or all that failed since a time')
  @Answers('How many are sent again', ResentDto)
  @Errors('not_found')
  resend(@Param('id', IdPipe) id: string, @Body() body: ResendDto): Promise<ResentDto> {
    return this.webhooks.resend(id, body);
  }

  @Get(':id/deliveries')
  @Operation(
    'listDeliveries',
    'List what was sent to an endpoint, with its answers',
    'They are kept for 30 days.',
  )
  @Answers('Deliveries, newest first', [DeliveryDto])
  @Errors('not_found')
  deliveries(@Param('id', IdPipe) id: string, @Query() query: DeliveryQueryDto): Promise<Page<DeliveryDto>> {
    return this.webhooks.page(id, query);
  }
}
