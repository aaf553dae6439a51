import type { PesanDto, SavedPesanDto } from '@bantubayar/shared';
import { api } from '../core/api-client';

const PATH = '/admin/pengaturan/pesan';

export const pesanApi = {
  get: (signal: AbortSignal) => api.get<SavedPesanDto>(PATH, { signal }),
  put: (body: PesanDto) => api.put<SavedPesanDto>(PATH, { body }),
};
