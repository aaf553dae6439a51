import type {
  DecideReviewDto,
  ReviewResultDto,
  RosterResultDto,
  SiswaDetailDto,
  SiswaListQueryDto,
  SiswaPageDto,
  SyncRosterDto,
  SyncRunSiswaDto,
} from '@bantubayar/shared';
import { api } from '../../core/api-client';

const one = (idperson: string) => `/admin/siswa/${encodeURIComponent(idperson)}`;

export const siswaApi = {
  list: (query: Partial<SiswaListQueryDto>, signal: AbortSignal) =>
    api.get<SiswaPageDto>('/admin/siswa', { query, signal }),
  detail: (idperson: string, signal: AbortSignal) => api.get<SiswaDetailDto>(one(idperson), { signal }),
  syncRoster: (body: SyncRosterDto) => api.post<RosterResultDto>('/admin/siswa/sync', { body }),
  review: (idperson: string, body: DecideReviewDto) =>
    api.post<ReviewResultDto>(`${one(idperson)}/review`, { body }),
  syncOne: (idperson: string) => api.post<SyncRunSiswaDto>(`${one(idperson)}/sync-pembayaran`),
};
