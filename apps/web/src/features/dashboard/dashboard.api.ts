import type { DashboardDto, DashboardQueryDto, SyncRunPageDto } from '@bantubayar/shared';
import { api } from '../../core/api-client';

export const dashboardApi = {
  get: (query: Partial<DashboardQueryDto>, signal: AbortSignal) =>
    api.get<DashboardDto>('/admin', { query: { ...query }, signal }),
  runs: (limit: number, signal: AbortSignal) =>
    api.get<SyncRunPageDto>('/admin/sync-pembayaran/runs', { query: { limit }, signal }),
};
