import type { KelompokTunggakan, RingkasanTunggakanListDto, TunggakanPageDto } from '@bantubayar/shared';
import { api, type RequestOptions } from '../core/api-client';

type Query = RequestOptions['query'];

export const tunggakanApi = {
  list: (query: Query, signal: AbortSignal) =>
    api.get<TunggakanPageDto>('/admin/tunggakan', { query, signal }),
  ringkasan: (kelompok: KelompokTunggakan, query: Query, signal: AbortSignal) =>
    api.get<RingkasanTunggakanListDto>('/admin/tunggakan/ringkasan', {
      query: { ...query, kelompok },
      signal,
    }),
};
