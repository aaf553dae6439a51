import {
  ClearedQueueDto,
  EstimateDto,
  ProgressQueryDto,
  StartSyncDto,
  SyncProgressDto,
} from '@bantubayar/shared';
import { Body, Controller, Get, HttpCode, Post, Query, UseInterceptors } from '@nestjs/common';
import { Audited } from '../audit/audited';
import { Asker, type Principal, RequireScope } from '../common/principal';
import { IdempotencyInterceptor } from '../common/idempotency.interceptor';
import { TakesManyIds } from '../common/body/body.interceptor';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { SyncPembayaranService } from './sync-pembayaran.service';
import { SyncProgressService } from './run/sync-progress.service';
import { SyncRunsService } from './sync-runs.service';

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
  @Operation('startSync', 'Start a run', 'It goes on by itself; follow it with getProgress.')
  @Answers('The run has started, or waits in the queue', SyncProgressDto)
  @Errors('sync_already_running', 'no_students')
  start(@Body() body: StartSyncDto, @Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.start(body, nama);
  }

  @Post('cancel')
  @RequireScope('sync:write')
  @Audited('sync_cancelled')
  @HttpCode(200)
  @Operation(
    'cancelSync',
    'Cancel the active run',
    'Else the first queued one is taken back. After this answer nothing more is written.',
  )
  @Answers('The run is cancelled, or about to be', SyncProgressDto)
  @Errors('sync_not_running', 'run_not_queued')
  cancel(@Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.cancel(nama);
  }

  @Post('pause')
  @RequireScope('sync:write')
  @Audited('sync_paused')
  @HttpCode(200)
  @Operation('pauseSync', 'Pause the active run')
  @Answers('The run is paused', SyncProgressDto)
  @Errors('sync_not_running', 'sync_not_pausable')
  pause(@Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.pause(nama);
  }

  @Post('resume')
  @RequireScope('sync:write')
  @Audited('sync_resumed')
  @HttpCode(200)
  @Operation('resumeSync', 'Resume the paused run')
  @Answers('The run goes on', SyncProgressDto)
  @Errors('sync_not_running', 'sync_not_paused')
  resume(@Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.resume(nama);
  }

  @Post('reset')
  @RequireScope('sync:write')
  @Audited('sync_reset')
  @HttpCode(200)
  @Operation(
    'resetSync',
    'Put the last run out of sight',
    'Progress is `idle` again; the run stays in the history.',
  )
  @Answers('Nothing is shown any more', SyncProgressDto)
  @Errors('sync_running')
  reset(): Promise<SyncProgressDto> {
    return this.sync.reset();
  }

  @Post('clear-queue')
  @RequireScope('sync:write')
  @Audited('sync_queue_cleared')
  @HttpCode(200)
  @Operation('clearQueue', 'Take every run off the queue', 'The active run goes on.')
  @Answers('Those that waited are cancelled', ClearedQueueDto)
  clearQueue(@Asker() { nama }: Principal): Promise<ClearedQueueDto> {
    return this.sync.clearQueue(nama);
  }

  @Get('progress')
  @RequireScope('sync:read')
  @Operation(
    'getProgress',
    'Tell how the run stands',
    'Poll this: every 500 ms is fine, with If-None-Match even more so.',
  )
  @Answers('The active run; else the first queued one; else the last ended one, until reset', SyncProgressDto)
  current(@Query() { after }: ProgressQueryDto): Promise<SyncProgressDto> {
    return this.progress.current(after);
  }

  @Get()
  @RequireScope('sync:read')
  @Operation('getSync', 'Tell how the run stands', 'The same as getProgress, at the page’s own address.')
  @Answers('The active run; else the first queued one; else the last ended one, until reset', SyncProgressDto)
  shown(@Query() query: ProgressQueryDto): Promise<SyncProgressDto> {
    return this.current(query);
  }

  @Post('estimate')
  @TakesManyIds()
  @RequireScope('sync:read')
  @HttpCode(200)
  @Operation('estimateSync', 'Tell how many students a run would take, and how long')
  @Answers('How many, and how long', EstimateDto)
  estimate(@Body() { scope }: StartSyncDto): Promise<EstimateDto> {
    return this.runs.estimate(scope ?? {});
  }
}
