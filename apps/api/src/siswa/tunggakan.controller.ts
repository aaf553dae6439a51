import {
  RingkasanTunggakanDto,
  type RingkasanTunggakanListDto,
  RingkasanTunggakanQueryDto,
  TunggakanDto,
  type TunggakanPageDto,
  TunggakanQueryDto,
} from '@bantubayar/shared';
import { Controller, Get, Query } from '@nestjs/common';
import { pageOf } from '../common/cursor';
import { RequireScope } from '../common/principal';
import { Answers, Operation } from '../openapi/decorators';
import { TunggakanRepository, type TunggakanRow } from './tunggakan.repository';

@Controller('admin/tunggakan')
export class TunggakanController {
  constructor(private readonly tunggakan: TunggakanRepository) {}

  @Get()
  @RequireScope('siswa:read')
  @Operation(
    'listTunggakan',
    'List unpaid bills',
    'Bills that fell due today or before and are not paid, of students on the roster, oldest first.',
  )
  @Answers('A page of the bills', [TunggakanDto])
  async list(@Query() { limit, cursor, ...filter }: TunggakanQueryDto): Promise<TunggakanPageDto> {
    const rows = await this.tunggakan.page(filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit, (last) => this.tunggakan.cursorAfter(last));
    return { items: items.map(withoutPlace), nextCursor };
  }

  @Get('ringkasan')
  @RequireScope('siswa:read')
  @Operation('summarizeTunggakan', 'Sum up unpaid bills')
  @Answers('What is owed, by group', [RingkasanTunggakanDto])
  async ringkasan(
    @Query() { kelompok, ...filter }: RingkasanTunggakanQueryDto,
  ): Promise<RingkasanTunggakanListDto> {
    return { items: await this.tunggakan.ringkasan(kelompok, filter), nextCursor: null };
  }
}

function withoutPlace({ nomor: _, ...bill }: TunggakanRow): TunggakanDto {
  return bill;
}
