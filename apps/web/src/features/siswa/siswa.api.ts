import type {
  DecideReviewDto,
  PageQueryDto,
  PerubahanPageDto,
  ReviewResultDto,
  RingkasanDto,
  SiswaDetailDto,
  SiswaFilterDto,
  SiswaListQueryDto,
  SiswaPageDto,
  FetchResultDto,
} from '@bantubayar/shared';
import { api } from '../../core/api-client';

const one = (idperson: string) => `/admin/siswa/${encodeURIComponent(idperson)}`;

export const siswaApi = {
  list: (query: Partial<SiswaListQueryDto>, signal: AbortSignal) =>
    api.get<SiswaPageDto>('/admin/siswa', { query, signal }),
  ringkasan: (query: SiswaFilterDto, signal: AbortSignal) =>
    api.get<RingkasanDto>('/admin/siswa/ringkasan', { query: { ...query }, signal }),
  perubahan: (idperson: string, query: Partial<PageQueryDto>, signal: AbortSignal) =>
    api.get<PerubahanPageDto>(`${one(idperson)}/perubahan`, { query: { ...query }, signal }),
  detail: (idperson: string, signal: AbortSignal) => api.get<SiswaDetailDto>(one(idperson), { signal }),
  review: (idperson: string, body: DecideReviewDto) =>
    api.post<ReviewResultDto>(`${one(idperson)}/review`, { body }),
  syncOne: (idperson: string) => api.post<FetchResultDto>(`${one(idperson)}/sync-pembayaran`),
};
