import { PAGE_LIMIT_MAX, SiswaExportQueryDto, TunggakanExportQueryDto } from '@bantubayar/shared';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequireScope } from '../common/principal';
import { type ExportFormat, ExportFormatPipe } from '../export/export-format';
import { sendTable } from '../export/send-table';
import { everyRow } from '../export/table';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { SISWA_COLUMNS, type SiswaRow, TUNGGAKAN_COLUMNS } from './export-columns';
import { SiswaService } from './siswa.service';
import { TunggakanService } from './tunggakan.service';

/** Lists as files: their filter and order, all pages. */
@Controller('admin')
export class SiswaExportController {
  constructor(
    private readonly siswa: SiswaService,
    private readonly tunggakan: TunggakanService,
  ) {}

  @Get('siswa.:format')
  @RequireScope('siswa:read')
  @Operation(
    'exportSiswa',
    'Save the list of students as a file',
    'All pages, with the list’s filter and order, or only the students that are named; `limit` and `cursor` change nothing.',
  )
  @Answers('The students as CSV or Excel')
  @Errors('not_found')
  list(
    @Param('format', ExportFormatPipe) file: ExportFormat,
    @Query() { format, idperson, ...query }: SiswaExportQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const filter = { ...query, limit: PAGE_LIMIT_MAX, idperson: idperson?.split(',') };
    const rows = withSisa(everyRow((cursor) => this.siswa.page({ ...filter, cursor })));
    return sendTable(file, { request, response }, format, { name: 'siswa', columns: SISWA_COLUMNS, rows });
  }

  @Get('tunggakan.:format')
  @RequireScope('siswa:read')
  @Operation(
    'exportTunggakan',
    'Save the unpaid bills as a file',
    'All pages, with the list’s filter; `limit` and `cursor` change nothing.',
  )
  @Answers('The unpaid bills as CSV or Excel')
  @Errors('not_found')
  bills(
    @Param('format', ExportFormatPipe) file: ExportFormat,
    @Query() { format, ...query }: TunggakanExportQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const rows = everyRow((cursor) => this.tunggakan.page({ ...query, limit: PAGE_LIMIT_MAX, cursor }));
    const table = { name: 'tunggakan', columns: TUNGGAKAN_COLUMNS, rows };
    return sendTable(file, { request, response }, format, table);
  }
}

async function* withSisa(siswa: AsyncIterable<Omit<SiswaRow, 'sisa'>>): AsyncGenerator<SiswaRow> {
  for await (const { tagihan, dibayar, ...rest } of siswa) {
    yield { ...rest, tagihan, dibayar, sisa: tagihan === null ? null : dibayar! - tagihan };
  }
}
