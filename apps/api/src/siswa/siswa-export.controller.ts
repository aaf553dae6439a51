import { PAGE_LIMIT_MAX, SISWA_GROUPS, type SiswaListItemDto, SiswaListQueryDto } from '@bantubayar/shared';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequireScope } from '../common/principal';
import { type ExportFormat, ExportFormatPipe } from '../export/export-format';
import { sendTable } from '../export/send-table';
import { everyRow, type Table } from '../export/table';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { SiswaService } from './siswa.service';

const COLUMNS = [
  'idperson',
  'nama',
  'gender',
  ...Object.values(SISWA_GROUPS),
  'statusPembayaran',
  'tunggakan',
  'saldo',
  'fetchedAt',
  'changedAt',
] as const;

/** The list of students as a file: the list's filter and order, all pages. */
@Controller('admin')
export class SiswaExportController {
  constructor(private readonly siswa: SiswaService) {}

  @Get('siswa.:format')
  @RequireScope('siswa:read')
  @Operation(
    'exportSiswa',
    'Save the list of students as a file',
    'All pages, with the list’s filter and order; `limit` and `cursor` change nothing.',
  )
  @Answers('The students as CSV or Excel')
  @Errors('not_found')
  list(
    @Param('format', ExportFormatPipe) format: ExportFormat,
    @Query() query: SiswaListQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return sendTable(format, request, response, this.table(query));
  }

  private table(query: SiswaListQueryDto): Table<SiswaListItemDto> {
    const rows = everyRow((cursor) => this.siswa.page({ ...query, limit: PAGE_LIMIT_MAX, cursor }));
    return { name: 'siswa', columns: COLUMNS, rows };
  }
}
