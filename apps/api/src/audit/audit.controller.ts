import { AuditEntryDto, AuditQueryDto, type Page } from '@bantubayar/shared';
import { Controller, Get, Query } from '@nestjs/common';
import { RequireScope } from '../common/principal';
import { idCursor, pageOf } from '../common/cursor';
import { Answers, Operation } from '../openapi/decorators';
import { AuditRepository } from './audit.repository';

@Controller('admin/audit')
export class AuditController {
  constructor(private readonly audit: AuditRepository) {}

  @Get()
  @RequireScope('admin')
  @Operation('listAudit', 'List who did what')
  @Answers('Who did what, newest first', [AuditEntryDto])
  async list(@Query() { action, limit, cursor }: AuditQueryDto): Promise<Page<AuditEntryDto>> {
    const place = idCursor('audit');
    const rows = await this.audit.page(action, limit + 1, place.read(cursor));
    return pageOf(rows, limit, ({ id }) => place.of(id));
  }
}
