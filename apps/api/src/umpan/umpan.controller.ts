import { UmpanDto, UmpanQueryDto } from '@bantubayar/shared';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequireScope } from '../common/principal';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { UmpanService } from './umpan.service';

@Controller('admin/perubahan')
export class UmpanController {
  constructor(private readonly umpan: UmpanService) {}

  @Get()
  @RequireScope('siswa:read')
  @Operation(
    'readPerubahan',
    'Read what changed',
    'The changes feed: payments and roster, oldest first. Whoever goes on from the `cursor` of the answer before sees every change exactly once and in order, however many processes write. What falls due with a new day is no change: the bills tell when.',
  )
  @Answers('What changed behind the cursor', UmpanDto)
  @Errors('cursor_expired')
  read(@Query() query: UmpanQueryDto, @Res({ passthrough: true }) response: Response): Promise<UmpanDto> {
    return this.umpan.read(query, new Promise((resolve) => response.once('close', resolve)));
  }
}
