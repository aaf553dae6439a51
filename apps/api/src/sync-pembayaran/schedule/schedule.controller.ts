import { SavedScheduleDto, ScheduleDto } from '@bantubayar/shared';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { Audited } from '../../audit/audited';
import { DatabaseClock } from '../../common/database-clock';
import { RequireScope } from '../../common/principal';
import { TakesManyIds } from '../../common/body/body.interceptor';
import { Answers, Operation } from '../../openapi/decorators';
import { nextTime } from './cron';
import { ScheduleRepository } from './schedule.repository';

@Controller('admin/sync-pembayaran/schedule')
export class ScheduleController {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly clock: DatabaseClock,
  ) {}

  @Get()
  @RequireScope('sync:read')
  @Operation('getSchedule', 'Show the schedule')
  @Answers('When a run starts by itself', SavedScheduleDto)
  get(): Promise<SavedScheduleDto> {
    return this.schedules.get();
  }

  @Put()
  @TakesManyIds()
  @RequireScope('sync:write')
  @Audited('schedule_saved')
  @Operation('saveSchedule', 'Save the schedule')
  @Answers('The schedule as it is kept', SavedScheduleDto)
  async put(@Body() schedule: ScheduleDto): Promise<SavedScheduleDto> {
    const next = nextTime(schedule.cron, schedule.timezone, await this.clock.now());
    await this.schedules.save(schedule, schedule.enabled ? next : null);
    return this.schedules.get();
  }
}
