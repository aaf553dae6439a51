import {
  LedgerExportQueryDto,
  type LedgerQueryDto,
  type LedgerRowDto,
  PAGE_LIMIT_MAX,
  type PerubahanDto,
  PerubahanExportQueryDto,
  type PerubahanQueryDto,
} from '@bantubayar/shared';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequireScope } from '../common/principal';
import { IdPipe } from '../common/id.pipe';
import { type ExportFormat, ExportFormatPipe } from '../export/export-format';
import { sendTable } from '../export/send-table';
import { everyRow, type Table } from '../export/table';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { LEDGER_COLUMNS, PERUBAHAN_COLUMNS, type PerubahanRow } from './export-columns';
import { SyncRunsService } from './sync-runs.service';

/** A run's ledger and its changes as files, with the filters of the lists. */
@Controller('admin/sync-pembayaran/runs')
export class SyncRunsExportController {
  constructor(private readonly runs: SyncRunsService) {}

  @Get(':id/siswa.:format')
  @RequireScope('sync:read')
  @Operation(
    'exportRunSiswa',
    'Save the students of a run as a file',
    'All pages, with the list’s filter; `limit` and `cursor` change nothing.',
  )
  @Answers('The students of the run as CSV or Excel')
  @Errors('not_found')
  async siswa(
    @Param('id', IdPipe) id: string,
    @Param('format', ExportFormatPipe) file: ExportFormat,
    @Query() { format, ...query }: LedgerExportQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(file, { request, response }, format, await this.ledgerTable(id, query));
  }

  @Get(':id/perubahan.:format')
  @RequireScope('sync:read')
  @Operation(
    'exportRunChanges',
    'Save what changed in a run as a file',
    'All pages, with the list’s filter; `limit` and `cursor` change nothing.',
  )
  @Answers('The changes as CSV or Excel')
  @Errors('not_found')
  async perubahan(
    @Param('id', IdPipe) id: string,
    @Param('format', ExportFormatPipe) file: ExportFormat,
    @Query() { format, ...query }: PerubahanExportQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(file, { request, response }, format, await this.perubahanTable(id, query));
  }

  private async ledgerTable(id: string, query: LedgerQueryDto): Promise<Table<LedgerRowDto>> {
    await this.runs.one(id);
    const rows = everyRow((cursor) => this.runs.siswaPage(id, { ...query, limit: PAGE_LIMIT_MAX, cursor }));
    return { name: `run-${id}-siswa`, columns: LEDGER_COLUMNS, rows };
  }

  private async perubahanTable(id: string, query: PerubahanQueryDto): Promise<Table<PerubahanRow>> {
    await this.runs.one(id);
    const changes = everyRow((cursor) =>
      this.runs.perubahanOf(id, { ...query, limit: PAGE_LIMIT_MAX, cursor }),
    );
    return { name: `run-${id}-perubahan`, columns: PERUBAHAN_COLUMNS, rows: rowsOf(changes) };
  }
}

async function* rowsOf(changes: AsyncIterable<PerubahanDto>): AsyncGenerator<PerubahanRow> {
  for await (const { periodeBaru, periodeHilang, items: _, ...change } of changes) {
    yield { ...change, periodeBaru: periodeBaru.join(' '), periodeHilang: periodeHilang.join(' ') };
  }
}
