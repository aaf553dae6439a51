import type {
  ClearedQueueDto,
  DecideReviewDto,
  Page,
  PerubahanPageDto,
  ReasonCountDto,
  RetryDto,
  ReviewResultDto,
  SyncLogLineDto,
  SyncProgressDto,
  RunsQueryDto,
  SavedScheduleDto,
  SyncRunDetailDto,
  SyncRunPageDto,
  LedgerPageDto,
} from '@bantubayar/shared';
import { api, type RequestOptions } from '../../core/api-client';
import { startSync } from '../../run/start-sync.api';

const BASE = '/admin/sync-pembayaran';
const run = (id: string) => `${BASE}/runs/${encodeURIComponent(id)}`;
const command = (name: string) => () => api.post<SyncProgressDto>(`${BASE}/${name}`);

export const syncApi = {
  start: startSync,
  cancel: command('cancel'),
  pause: command('pause'),
  resume: command('resume'),
  reset: command('reset'),
  /** With `after`, only log lines newer than that one. */
  progress: (after: number | undefined, signal: AbortSignal) =>
    api.get<SyncProgressDto>(`${BASE}/progress`, { query: { after }, signal }),

  runs: (query: Partial<RunsQueryDto>, signal: AbortSignal) =>
    api.get<SyncRunPageDto>(`${BASE}/runs`, { query: { ...query }, signal }),
  run: (id: string, signal?: AbortSignal) => api.get<SyncRunDetailDto>(run(id), { signal }),
  ledger: (id: string, query: RequestOptions['query'], signal: AbortSignal) =>
    api.get<LedgerPageDto>(`${run(id)}/siswa`, { query, signal }),
  perubahan: (id: string, query: RequestOptions['query'], signal: AbortSignal) =>
    api.get<PerubahanPageDto>(`${run(id)}/perubahan`, { query, signal }),
  reasons: (id: string, signal: AbortSignal) =>
    api.get<Page<ReasonCountDto>>(`${run(id)}/reasons`, { signal }),
  log: (id: string, after: number | undefined, signal: AbortSignal) =>
    api.get<Page<SyncLogLineDto>>(`${run(id)}/log`, { query: { after }, signal }),
  schedule: (signal: AbortSignal) => api.get<SavedScheduleDto>(`${BASE}/schedule`, { signal }),
  review: (id: string, body: DecideReviewDto) => api.post<ReviewResultDto>(`${run(id)}/review`, { body }),
  retry: (id: string, which: RetryDto) => api.post<SyncProgressDto>(`${run(id)}/retry`, { body: which }),
  clearQueue: () => api.post<ClearedQueueDto>(`${BASE}/clear-queue`),
  takeBack: (id: string) => api.post<SyncProgressDto>(`${run(id)}/take-back`),
};
