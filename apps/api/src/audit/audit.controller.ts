import { AuditEntryDto, AuditQueryDto, type Page } from '@bantubayar/shared';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireScope } from '../common/principal';
import { idCursor } from '../common/cursor';
import { Answers, Errors, Queries } from '../openapi/decorators';
import { AuditRepository } from './audit.repository';

@ApiTags('audit')
@Controller('admin/audit')
export class AuditController {
  constructor(private readonly audit: AuditRepository) {}

  @Get()
  @RequireScope('admin')
  @Queries(AuditQueryDto)
  @Answers(200, 'Siapa melakukan apa, terbaru lebih dulu', [AuditEntryDto])
  @Errors(400, 401, 403)
  async list(@Query() { action, limit, cursor }: AuditQueryDto): Promise<Page<AuditEntryDto>> {
    const place = idCursor('audit');
    const rows = await this.audit.page(action, limit + 1, place.read(cursor));
    return { items: rows.slice(0, limit), nextCursor: place.next(rows, limit, ({ id }) => id) };
  }
}
