import {
  type Page,
  PerubahanDto,
  type PerubahanPageDto,
  PerubahanQueryDto,
  ProgressQueryDto,
  ReasonCountDto,
  RetryDto,
  RunsQueryDto,
  SyncLogLineDto,
  SyncProgressDto,
  SyncRunDetailDto,
  SyncRunDto,
  type SyncRunPageDto,
  LedgerPageDto,
  LedgerQueryDto,
} from '@bantubayar/shared';
import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { Audited } from '../audit/audited';
import { Asker, type Principal, RequireScope } from '../common/principal';
import { IdPipe } from '../common/id.pipe';
import { IdempotencyInterceptor } from '../common/idempotency.interceptor';
import { TakesManyIds } from '../common/body/body.interceptor';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { SyncPembayaranService } from './sync-pembayaran.service';
import { SyncRunsService } from './sync-runs.service';

@Controller('admin/sync-pembayaran/runs')
export class SyncRunsController {
  constructor(
    private readonly runs: SyncRunsService,
    private readonly sync: SyncPembayaranService,
  ) {}

  @Get()
  @RequireScope('sync:read')
  @Operation('listRuns', 'List runs')
  @Answers('A page of the runs, newest first', [SyncRunDto])
  list(@Query() query: RunsQueryDto): Promise<SyncRunPageDto> {
    return this.runs.list(query);
  }

  @Get(':id')
  @RequireScope('sync:read')
  @Operation('getRun', 'Show a run', 'With what became of those that it did not fetch, once it has ended.')
  @Answers('The run', SyncRunDetailDto)
  @Errors('not_found')
  one(@Param('id', IdPipe) id: string): Promise<SyncRunDetailDto> {
    return this.runs.one(id);
  }

  @Get(':id/log')
  @RequireScope('sync:read')
  @Operation('listRunLog', 'Read a run’s activity log')
  @Answers('The lines of the log, oldest first', [SyncLogLineDto])
  @Errors('not_found')
  log(@Param('id', IdPipe) id: string, @Query() { after }: ProgressQueryDto): Promise<Page<SyncLogLineDto>> {
    return this.runs.log(id, after);
  }

  @Get(':id/reasons')
  @RequireScope('sync:read')
  @Operation('listRunReasons', 'Count a run’s failures by reason')
  @Answers('How many students did not end well, by reason', [ReasonCountDto])
  @Errors('not_found')
  reasons(@Param('id', IdPipe) id: string): Promise<Page<ReasonCountDto>> {
    return this.runs.reasons(id);
  }

  @Get(':id/perubahan')
  @RequireScope('sync:read')
  @Operation('listRunChanges', 'List what changed in a run')
  @Answers('A page of the students whose payments changed', [PerubahanDto])
  @Errors('not_found')
  perubahan(@Param('id', IdPipe) id: string, @Query() query: PerubahanQueryDto): Promise<PerubahanPageDto> {
    return this.runs.perubahanOf(id, query);
  }

  @Get(':id/siswa')
  @RequireScope('sync:read')
  @Operation('listRunSiswa', 'List the students of a run')
  @Answers('A page of the students, with how each has ended', LedgerPageDto)
  @Errors('not_found')
  siswa(@Param('id', IdPipe) id: string, @Query() query: LedgerQueryDto): Promise<LedgerPageDto> {
    return this.runs.siswa(id, query);
  }

  @Post(':id/retry')
  @TakesManyIds()
  @RequireScope('sync:write')
  @Audited('sync_retried')
  @UseInterceptors(IdempotencyInterceptor)
  @HttpCode(202)
  @Operation(
    'retryRun',
    'Try again who failed in a run',
    'Starts a run of the students that failed or were not reached.',
  )
  @Answers('The new run has started', SyncProgressDto)
  @Errors('not_found', 'run_not_retryable', 'sync_already_running', 'no_students')
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
  @Operation('takeBackRun', 'Take a run off the queue')
  @Answers('It is cancelled', SyncProgressDto)
  @Errors('not_found', 'run_not_queued')
  takeBack(@Param('id', IdPipe) id: string, @Asker() { nama }: Principal): Promise<SyncProgressDto> {
    return this.sync.takeBack(id, nama);
  }
}
