import { EstimateDto, ProgressQueryDto, StartSyncDto, SyncProgressDto } from '@bantubayar/shared';
import { Body, Controller, Get, HttpCode, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audited';
import { Asker, type Principal, RequireScope } from '../common/principal';
import { IdempotencyInterceptor } from '../common/idempotency.interceptor';
import { TakesManyIds } from '../common/body/body.interceptor';
import { Answers, Errors, Queries } from '../openapi/decorators';
import { SyncPembayaranService } from './sync-pembayaran.service';
import { SyncProgressService } from './run/sync-progress.service';
import { SyncRunsService } from './sync-runs.service';

@ApiTags('sync-pembayaran')
@Controller('admin/sync-pembayaran')
export class SyncPembayaranController {
  constructor(
    private readonly sync: SyncPembayaranService,
    private readonly progress: SyncProgressService,
    private readonly runs: SyncRunsService,
  ) {}

  @Post('start')
  @TakesManyIds()
  @RequireScope('sync:write')
  @Audited('sync_started')
  @UseInterceptors(IdempotencyInterceptor)
  @HttpCode(202)
  @Answers(202, 'Sinkronisasi dimulai atau masuk antrean', SyncProgressDto)
  @Errors(400, 401, 403, 409, 422)
  start(@Body() body: StartSyncDto, @Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.start(body, nama);
  }

  @Post('cancel')
  @RequireScope('sync:write')
  @Audited('sync_cancelled')
  @HttpCode(200)
  @Answers(200, 'Sinkronisasi dibatalkan', SyncProgressDto)
  @Errors(401, 403, 409)
  cancel(@Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.cancel(nama);
  }

  @Post('pause')
  @RequireScope('sync:write')
  @Audited('sync_paused')
  @HttpCode(200)
  @Answers(200, 'Sinkronisasi dijeda', SyncProgressDto)
  @Errors(401, 403, 409)
  pause(@Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.pause(nama);
  }

  @Post('resume')
  @RequireScope('sync:write')
  @Audited('sync_resumed')
  @HttpCode(200)
  @Answers(200, 'Sinkronisasi dilanjutkan', SyncProgressDto)
  @Errors(401, 403, 409)
  resume(@Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.resume(nama);
  }

  @Post('reset')
  @RequireScope('sync:write')
  @Audited('sync_reset')
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

  @Post('estimate')
  @TakesManyIds()
  @RequireScope('sync:read')
  @HttpCode(200)
  @Answers(200, 'Banyaknya siswa dan perkiraan lamanya', EstimateDto)
  @Errors(400, 401, 403)
  estimate(@Body() { scope }: StartSyncDto): Promise<EstimateDto> {
    return this.runs.estimate(scope ?? {});
  }
}
