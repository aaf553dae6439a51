import type { DashboardDto, SyncRunPageDto } from '@bantubayar/shared';
import { api } from '../../core/api-client';

export const dashboardApi = {
  get: (days: number, signal: AbortSignal) => api.get<DashboardDto>('/admin', { query: { days }, signal }),
  runs: (limit: number, signal: AbortSignal) =>
    api.get<SyncRunPageDto>('/admin/sync-pembayaran/runs', { query: { limit }, signal }),
};
