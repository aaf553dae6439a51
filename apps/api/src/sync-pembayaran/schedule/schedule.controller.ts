import { SavedScheduleDto, ScheduleDto } from '@bantubayar/shared';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../../audit/audited';
import { RequireScope } from '../../common/principal';
import { TakesManyIds } from '../../common/body/body.interceptor';
import { DatabaseClock } from '../../common/database-clock';
import { Answers, Errors } from '../../openapi/decorators';
import { nextTime } from './cron';
import { ScheduleRepository } from './schedule.repository';

@ApiTags('sync-pembayaran')
@Controller('admin/sync-pembayaran/schedule')
export class ScheduleController {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly clock: DatabaseClock,
  ) {}

  @Get()
  @RequireScope('sync:read')
  @Answers(200, 'Jadwal sinkronisasi', SavedScheduleDto)
  @Errors(401, 403)
  get(): Promise<SavedScheduleDto> {
    return this.schedules.get();
  }

  @Put()
  @TakesManyIds()
  @RequireScope('sync:write')
  @Audited('schedule_saved')
  @Answers(200, 'Jadwal tersimpan', SavedScheduleDto)
  @Errors(400, 401, 403)
  async put(@Body() schedule: ScheduleDto): Promise<SavedScheduleDto> {
    const next = nextTime(schedule.cron, schedule.timezone, await this.clock.now());
    await this.schedules.save(schedule, schedule.enabled ? next : null);
    return this.schedules.get();
  }
}
