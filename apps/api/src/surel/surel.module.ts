import { Module } from '@nestjs/common';
import { WebhookModule, WebhookWorkerModule } from '../webhook/webhook.module';
import { MailCarrier } from './mail-carrier';
import { PenerimaController } from './penerima.controller';
import { PenerimaService } from './penerima.service';

/** E-mails on the side of people: receivers, tests, what was sent. */
@Module({
  imports: [WebhookModule],
  controllers: [PenerimaController],
  providers: [MailCarrier, PenerimaService],
})
export class SurelModule {}

/** E-mails on the side of the worker, which sends what is due by any channel. */
@Module({ imports: [WebhookWorkerModule], providers: [MailCarrier] })
export class SurelWorkerModule {}
