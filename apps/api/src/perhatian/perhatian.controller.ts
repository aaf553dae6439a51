import { PerhatianListDto } from '@bantubayar/shared';
import { Controller, Get } from '@nestjs/common';
import { RequireScope } from '../common/principal';
import { Answers, Operation } from '../openapi/decorators';
import { PerhatianService } from './perhatian.service';

@Controller('admin/perhatian')
export class PerhatianController {
  constructor(private readonly perhatian: PerhatianService) {}

  @Get()
  @RequireScope('siswa:read')
  @Operation('listPerhatian', 'List what waits for a person')
  @Answers(
    'What waits, the most urgent first, each with its count and the address of its list',
    PerhatianListDto,
  )
  list(): Promise<PerhatianListDto> {
    return this.perhatian.all();
  }
}
