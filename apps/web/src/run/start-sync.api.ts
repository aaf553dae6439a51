import type { EstimateDto, StartSyncDto, SyncProgressDto, SyncScopeDto } from '@bantubayar/shared';
import { api } from '../core/api-client';

const BASE = '/admin/sync-pembayaran';

export const startSync = (body: StartSyncDto) => api.post<SyncProgressDto>(`${BASE}/start`, { body });

/** How many students a run over this scope has, and about how long it takes. */
export const estimateSync = (scope: SyncScopeDto, signal: AbortSignal) =>
  api.post<EstimateDto>(`${BASE}/estimate`, { body: { scope }, signal });
