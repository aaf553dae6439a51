import {
  RingkasanTunggakanDto,
  type RingkasanTunggakanListDto,
  RingkasanTunggakanQueryDto,
  TunggakanDto,
  type TunggakanPageDto,
  TunggakanQueryDto,
} from '@bantubayar/shared';
import { Controller, Get, Query } from '@nestjs/common';
import { RequireScope } from '../common/principal';
import { Answers, Operation } from '../openapi/decorators';
import { TunggakanService } from './tunggakan.service';

@Controller('admin/tunggakan')
export class TunggakanController {
  constructor(private readonly tunggakan: TunggakanService) {}

  @Get()
  @RequireScope('siswa:read')
  @Operation(
    'listTunggakan',
    'List unpaid bills',
    'Bills that fell due today or before and are not paid, of students on the roster, oldest first; `belumJatuhTempo` adds those that fall due later.',
  )
  @Answers('A page of the bills', [TunggakanDto])
  list(@Query() query: TunggakanQueryDto): Promise<TunggakanPageDto> {
    return this.tunggakan.page(query);
  }

  @Get('ringkasan')
  @RequireScope('siswa:read')
  @Operation('summarizeTunggakan', 'Sum up unpaid bills')
  @Answers('What is owed, by group', [RingkasanTunggakanDto])
  ringkasan(@Query() query: RingkasanTunggakanQueryDto): Promise<RingkasanTunggakanListDto> {
    return this.tunggakan.ringkasan(query);
  }
}
