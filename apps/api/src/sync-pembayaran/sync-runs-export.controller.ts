import { PAGE_LIMIT_MAX, type SyncRunSiswaDto, SyncRunSiswaQueryDto } from '@bantubayar/shared';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { RequireScope } from '../auth/principal';
import { RunIdPipe } from '../common/id.pipe';
import { sendCsv } from '../export/csv';
import { everyRow, type Table } from '../export/table';
import { sendXlsx } from '../export/xlsx';
import { Answers, Errors, Queries } from '../openapi/decorators';
import { SyncRunsService } from './sync-runs.service';

const COLUMNS = [
  'idperson',
  'nama',
  'outcome',
  'reason',
  'message',
  'httpStatus',
  'attempts',
  'durationMs',
  'dibayarBefore',
  'dibayarAfter',
  'finishedAt',
] as const;

/** A run's ledger as a file, with the ledger's filter. */
@ApiTags('sync-pembayaran')
@Controller('admin/sync-pembayaran/runs')
export class SyncRunsExportController {
  constructor(private readonly runs: SyncRunsService) {}

  @Get(':id/siswa.csv')
  @RequireScope('sync:read')
  @Queries(SyncRunSiswaQueryDto)
  @Answers(200, 'Siswa dalam run ini sebagai CSV')
  @Errors(400, 401, 403, 404)
  async csv(
    @Param('id', RunIdPipe) id: string,
    @Query() query: SyncRunSiswaQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendCsv(request, response, await this.table(id, query));
  }

  @Get(':id/siswa.xlsx')
  @RequireScope('sync:read')
  @Queries(SyncRunSiswaQueryDto)
  @Answers(200, 'Siswa dalam run ini sebagai Excel')
  @Errors(400, 401, 403, 404)
  async xlsx(
    @Param('id', RunIdPipe) id: string,
    @Query() query: SyncRunSiswaQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    await sendXlsx(response, await this.table(id, query));
  }

  private async table(id: string, query: SyncRunSiswaQueryDto): Promise<Table<SyncRunSiswaDto>> {
    await this.runs.one(id);
    const rows = everyRow((cursor) => this.runs.siswa(id, { ...query, limit: PAGE_LIMIT_MAX, cursor }));
    return { name: `run-${id}-siswa`, columns: COLUMNS, rows };
  }
}
