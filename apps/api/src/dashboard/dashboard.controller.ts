import { DashboardDto, DashboardQueryDto } from '@bantubayar/shared';
import { Controller, Get, Query } from '@nestjs/common';
import { RequireScope } from '../common/principal';
import { Answers, Operation } from '../openapi/decorators';
import { DashboardService } from './dashboard.service';

@Controller('admin')
export class DashboardController {
  constructor(private readonly dashboard: DashboardService) {}

  @Get()
  @RequireScope('siswa:read')
  @Operation('getDashboard', 'Tell how the school stands')
  @Answers('Sums, arrears by age, category, school unit and class, and payments by day', DashboardDto)
  show(@Query() { days, ...groups }: DashboardQueryDto): Promise<DashboardDto> {
    return this.dashboard.of(days, groups);
  }
}
