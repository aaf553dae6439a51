import type { HasilUjiDto, KoneksiDto, KredensialBaruDto } from '@bantubayar/shared';
import { api } from '../../../core/api-client';

const BASE = '/admin/koneksi';

export const koneksiApi = {
  get: (signal: AbortSignal) => api.get<KoneksiDto>(BASE, { signal }),
  save: (body: KredensialBaruDto) => api.put<KoneksiDto>(BASE, { body }),
  test: (body: KredensialBaruDto) => api.post<HasilUjiDto>(`${BASE}/uji`, { body }),
};
