import {
  DecideReviewDto,
  PageQueryDto,
  ProgressQueryDto,
  ReviewResultDto,
  StartSyncDto,
  SyncProgressDto,
  SyncRunDto,
  SyncRunPageDto,
  SyncRunSiswaPageDto,
  SyncRunSiswaQueryDto,
} from '@bantubayar/shared';
import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asker, type Principal, RequireScope } from '../auth/principal';
import { RunIdPipe } from '../common/id.pipe';
import { IdempotencyInterceptor } from '../common/idempotency.interceptor';
import { Answers, Errors, Queries } from '../openapi/decorators';
import { ReviewService } from './store/review.service';
import { SyncPembayaranService } from './sync-pembayaran.service';
import { SyncProgressService } from './sync-progress.service';
import { SyncRunsService } from './sync-runs.service';

@ApiTags('sync-pembayaran')
@Controller('admin/sync-pembayaran')
export class SyncPembayaranController {
  constructor(
    private readonly sync: SyncPembayaranService,
    private readonly progress: SyncProgressService,
    private readonly runs: SyncRunsService,
    private readonly reviews: ReviewService,
  ) {}

  @Post('start')
  @RequireScope('sync:write')
  @UseInterceptors(IdempotencyInterceptor)
  @HttpCode(202)
  @Answers(202, 'Sinkronisasi dimulai atau masuk antrean', SyncProgressDto)
  @Errors(400, 401, 403, 409, 422)
  start(@Body() body: StartSyncDto, @Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.start(body, nama);
  }

  @Post('cancel')
  @RequireScope('sync:write')
  @HttpCode(200)
  @Answers(200, 'Sinkronisasi dibatalkan', SyncProgressDto)
  @Errors(401, 403, 409)
  cancel(@Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.cancel(nama);
  }

  @Post('pause')
  @RequireScope('sync:write')
  @HttpCode(200)
  @Answers(200, 'Sinkronisasi dijeda', SyncProgressDto)
  @Errors(401, 403, 409)
  pause(@Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.pause(nama);
  }

  @Post('resume')
  @RequireScope('sync:write')
  @HttpCode(200)
  @Answers(200, 'Sinkronisasi dilanjutkan', SyncProgressDto)
  @Errors(401, 403, 409)
  resume(@Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.resume(nama);
  }

  @Post('reset')
  @RequireScope('sync:write')
  @HttpCode(200)
  @Answers(200, 'Halaman kembali ke "Siap"', SyncProgressDto)
  @Errors(401, 403, 409)
  reset(): Promise<SyncProgressDto> {
    return this.sync.reset();
  }

  @Get(['', 'progress'])
  @RequireScope('sync:read')
  @Queries(ProgressQueryDto)
  @Answers(200, 'Keadaan sekarang', SyncProgressDto)
  @Errors(400, 401, 403)
  current(@Query() { after }: ProgressQueryDto): Promise<SyncProgressDto> {
    return this.progress.current(after);
  }

  @Get('runs')
  @RequireScope('sync:read')
  @Queries(PageQueryDto)
  @Answers(200, 'Riwayat, terbaru lebih dulu', SyncRunPageDto)
  @Errors(400, 401, 403)
  list(@Query() query: PageQueryDto): Promise<SyncRunPageDto> {
    return this.runs.list(query);
  }

  @Get('runs/:id')
  @RequireScope('sync:read')
  @Answers(200, 'Satu run', SyncRunDto)
  @Errors(400, 401, 403, 404)
  one(@Param('id', RunIdPipe) id: string): Promise<SyncRunDto> {
    return this.runs.one(id);
  }

  @Get('runs/:id/siswa')
  @RequireScope('sync:read')
  @Queries(SyncRunSiswaQueryDto)
  @Answers(200, 'Siswa dalam run ini', SyncRunSiswaPageDto)
  @Errors(400, 401, 403, 404)
  siswa(
    @Param('id', RunIdPipe) id: string,
    @Query() query: SyncRunSiswaQueryDto,
  ): Promise<SyncRunSiswaPageDto> {
    return this.runs.siswa(id, query);
  }

  @Post('runs/:id/review')
  @RequireScope('sync:write')
  @HttpCode(200)
  @Answers(200, 'Semua jawaban run ini yang perlu ditinjau sudah diputuskan', ReviewResultDto)
  @Errors(400, 401, 403, 409)
  review(
    @Param('id', RunIdPipe) runId: string,
    @Body() { apply }: DecideReviewDto,
  ): Promise<ReviewResultDto> {
    return this.reviews.decide({ runId }, apply);
  }

  @Post('runs/:id/retry')
  @RequireScope('sync:write')
  @UseInterceptors(IdempotencyInterceptor)
  @HttpCode(202)
  @Answers(202, 'Siswa yang gagal atau belum terjangkau diambil lagi', SyncProgressDto)
  @Errors(400, 401, 403, 404, 409, 422)
  retry(@Param('id', RunIdPipe) id: string, @Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.retry(id, nama);
  }
}
