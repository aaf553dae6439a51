import { DashboardDto, DashboardQueryDto } from '@bantubayar/shared';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireScope } from '../common/principal';
import { Answers, Errors, Queries } from '../openapi/decorators';
import { DashboardService } from './dashboard.service';

@ApiTags('siswa')
@Controller('admin')
export class DashboardController {
  constructor(private readonly dashboard: DashboardService) {}

  @Get()
  @RequireScope('siswa:read')
  @Queries(DashboardQueryDto)
  @Answers(200, 'Tunggakan per lembaga dan kelas, dan pembayaran per hari', DashboardDto)
  @Errors(400, 401, 403)
  show(@Query() { days }: DashboardQueryDto): Promise<DashboardDto> {
    return this.dashboard.of(days);
  }
}
