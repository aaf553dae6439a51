import { SiswaBulkQueryDto, SiswaLineDto } from '@bantubayar/shared';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DatabaseClock } from '../common/database-clock';
import { RequireScope } from '../common/principal';
import { sendLines } from '../export/lines';
import { AnswersLines, Operation } from '../openapi/decorators';
import { SiswaBulkRepository } from './siswa-bulk.repository';
import { toLineText } from './siswa.presenter';

/** All students at once, for programs. */
@Controller('admin')
export class SiswaBulkController {
  constructor(
    private readonly siswa: SiswaBulkRepository,
    private readonly clock: DatabaseClock,
  ) {}

  @Get('siswa.ndjson')
  @RequireScope('siswa:read')
  @Operation(
    'streamSiswa',
    'Read all students',
    'Every student of the filter, in the order of idperson, one JSON object a line, as it is in the moment in which it is read. An answer that could not be read to its end is cut off without the last chunk: HTTP clients report that as an error, and it must not be taken for the whole.',
  )
  @AnswersLines('The students', SiswaLineDto)
  stream(
    @Query() query: SiswaBulkQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return sendLines({ request, response }, 'siswa', this.texts(query));
  }

  private async *texts({ include, ...filter }: SiswaBulkQueryDto): AsyncGenerator<string> {
    for await (const window of this.siswa.windows(filter, include === 'pembayaran')) {
      const today = await this.clock.today();
      yield window.map((siswa) => `${toLineText(siswa, today)}\n`).join('');
    }
  }
}
