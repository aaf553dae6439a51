import {
  CreatePenerimaDto,
  DeliveryDto,
  DeliveryQueryDto,
  type Page,
  PenerimaDto,
  PenerimaListDto,
  ResendDto,
  ResentDto,
  UpdatePenerimaDto,
} from '@bantubayar/shared';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { Audited } from '../audit/audited';
import { IdPipe } from '../common/id.pipe';
import { Asker, type Principal, RequireScope } from '../common/principal';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { PenerimaService } from './penerima.service';

@RequireScope('admin')
@Controller('admin/peringatan')
export class PenerimaController {
  constructor(private readonly penerima: PenerimaService) {}

  @Get()
  @Operation('listPenerima', 'List who is written e-mails about runs')
  @Answers('All receivers, and the mail server', PenerimaListDto)
  list(): Promise<PenerimaListDto> {
    return this.penerima.list();
  }

  @Post()
  @Audited('penerima_created')
  @Operation('createPenerima', 'Have somebody written e-mails about runs')
  @Answers('The receiver', PenerimaDto)
  @Errors('email_taken', 'too_many_penerima')
  create(@Body() body: CreatePenerimaDto, @Asker() { nama }: Principal): Promise<PenerimaDto> {
    return this.penerima.create(body, nama);
  }

  @Patch(':id')
  @Audited('penerima_updated')
  @Operation('updatePenerima', 'Change a receiver, or switch letters on or off')
  @Answers('The receiver as it is now', PenerimaDto)
  @Errors('not_found', 'email_taken')
  update(@Param('id', IdPipe) id: string, @Body() body: UpdatePenerimaDto): Promise<PenerimaDto> {
    return this.penerima.update(id, body);
  }

  @Delete(':id')
  @Audited('penerima_deleted')
  @HttpCode(204)
  @Operation('deletePenerima', 'Delete a receiver', 'What waits for it is not sent.')
  @Answers('Deleted')
  @Errors('not_found')
  remove(@Param('id', IdPipe) id: string): Promise<PenerimaDto> {
    return this.penerima.remove(id);
  }

  @Post(':id/test')
  @HttpCode(200)
  @Audited('penerima_tested')
  @Operation('testPenerima', 'Send a test e-mail now', 'Tried once, also where the receiver is off.')
  @Answers('What the mail server said', DeliveryDto)
  @Errors('not_found', 'mail_not_configured')
  test(@Param('id', IdPipe) id: string): Promise<DeliveryDto> {
    return this.penerima.test(id);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Audited('penerima_resent')
  @Operation('resendSurat', 'Send one letter again, or all that failed since a time')
  @Answers('How many are sent again', ResentDto)
  @Errors('not_found')
  resend(@Param('id', IdPipe) id: string, @Body() body: ResendDto): Promise<ResentDto> {
    return this.penerima.resend(id, body);
  }

  @Get(':id/deliveries')
  @Operation(
    'listSurat',
    'List what somebody was written, with the mail server’s answers',
    'Kept for 30 days.',
  )
  @Answers('Letters, newest first', [DeliveryDto])
  @Errors('not_found')
  deliveries(@Param('id', IdPipe) id: string, @Query() query: DeliveryQueryDto): Promise<Page<DeliveryDto>> {
    return this.penerima.page(id, query);
  }
}
