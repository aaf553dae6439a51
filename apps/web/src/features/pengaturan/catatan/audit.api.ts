import type { AuditEntryDto, AuditQueryDto, Page } from '@bantubayar/shared';
import { api } from '../../../core/api-client';

export const auditApi = {
  list: (query: Partial<AuditQueryDto>, signal: AbortSignal) =>
    api.get<Page<AuditEntryDto>>('/admin/audit', { query: { ...query }, signal }),
};
