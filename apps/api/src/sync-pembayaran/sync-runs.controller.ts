import {
  type Page,
  PageQueryDto,
  PerubahanPageDto,
  PerubahanQueryDto,
  ProgressQueryDto,
  ReasonCountDto,
  RetryDto,
  SyncLogLineDto,
  SyncProgressDto,
  SyncRunDto,
  SyncRunPageDto,
  SyncRunSiswaPageDto,
  SyncRunSiswaQueryDto,
} from '@bantubayar/shared';
import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audited';
import { Asker, type Principal, RequireScope } from '../common/principal';
import { IdPipe } from '../common/id.pipe';
import { IdempotencyInterceptor } from '../common/idempotency.interceptor';
import { TakesManyIds } from '../common/body/body.interceptor';
import { Answers, Errors, Queries } from '../openapi/decorators';
import { SyncPembayaranService } from './sync-pembayaran.service';
import { SyncRunsService } from './sync-runs.service';

@ApiTags('sync-pembayaran')
@Controller('admin/sync-pembayaran/runs')
export class SyncRunsController {
  constructor(
    private readonly runs: SyncRunsService,
    private readonly sync: SyncPembayaranService,
  ) {}

  @Get()
  @RequireScope('sync:read')
  @Queries(PageQueryDto)
  @Answers(200, 'Riwayat, terbaru lebih dulu', SyncRunPageDto)
  @Errors(400, 401, 403)
  list(@Query() query: PageQueryDto): Promise<SyncRunPageDto> {
    return this.runs.list(query);
  }

  @Get(':id')
  @RequireScope('sync:read')
  @Answers(200, 'Satu run', SyncRunDto)
  @Errors(400, 401, 403, 404)
  one(@Param('id', IdPipe) id: string): Promise<SyncRunDto> {
    return this.runs.one(id);
  }

  @Get(':id/log')
  @RequireScope('sync:read')
  @Queries(ProgressQueryDto)
  @Answers(200, 'Catatan aktivitas run ini', [SyncLogLineDto])
  @Errors(400, 401, 403, 404)
  log(@Param('id', IdPipe) id: string, @Query() { after }: ProgressQueryDto): Promise<Page<SyncLogLineDto>> {
    return this.runs.log(id, after);
  }

  @Get(':id/reasons')
  @RequireScope('sync:read')
  @Answers(200, 'Siswa yang tidak berhasil, menurut alasan', [ReasonCountDto])
  @Errors(400, 401, 403, 404)
  reasons(@Param('id', IdPipe) id: string): Promise<Page<ReasonCountDto>> {
    return this.runs.reasons(id);
  }

  @Get(':id/perubahan')
  @RequireScope('sync:read')
  @Queries(PerubahanQueryDto)
  @Answers(200, 'Siswa yang pembayarannya berubah dalam run ini', PerubahanPageDto)
  @Errors(400, 401, 403, 404)
  changes(@Param('id', IdPipe) id: string, @Query() query: PerubahanQueryDto): Promise<PerubahanPageDto> {
    return this.runs.changes(id, query);
  }

  @Get(':id/siswa')
  @RequireScope('sync:read')
  @Queries(SyncRunSiswaQueryDto)
  @Answers(200, 'Siswa dalam run ini', SyncRunSiswaPageDto)
  @Errors(400, 401, 403, 404)
  siswa(@Param('id', IdPipe) id: string, @Query() query: SyncRunSiswaQueryDto): Promise<SyncRunSiswaPageDto> {
    return this.runs.siswa(id, query);
  }

  @Post(':id/retry')
  @TakesManyIds()
  @RequireScope('sync:write')
  @Audited('sync_retried')
  @UseInterceptors(IdempotencyInterceptor)
  @HttpCode(202)
  @Answers(202, 'Siswa yang gagal atau belum terjangkau diambil lagi', SyncProgressDto)
  @Errors(400, 401, 403, 404, 409, 422)
  retry(
    @Param('id', IdPipe) id: string,
    @Body() which: RetryDto,
    @Asker() { nama }: Principal,
  ): Promise<SyncProgressDto> {
    return this.sync.retry(id, nama, which);
  }

  @Post(':id/take-back')
  @RequireScope('sync:write')
  @Audited('sync_taken_back')
  @HttpCode(200)
  @Answers(200, 'Run ditarik dari antrean', SyncProgressDto)
  @Errors(400, 401, 403, 404, 409)
  takeBack(@Param('id', IdPipe) id: string, @Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.takeBack(id, nama);
  }
}
