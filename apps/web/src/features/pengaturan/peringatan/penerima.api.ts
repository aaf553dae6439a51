import type {
  CreatePenerimaDto,
  DeliveryDto,
  PenerimaDto,
  PenerimaListDto,
  UpdatePenerimaDto,
} from '@bantubayar/shared';
import { api } from '../../../core/api-client';

const PATH = '/admin/peringatan';
export const penerimaAt = (id: string) => `${PATH}/${encodeURIComponent(id)}`;

export const penerimaApi = {
  list: (signal: AbortSignal) => api.get<PenerimaListDto>(PATH, { signal }),
  create: (body: CreatePenerimaDto) => api.post<PenerimaDto>(PATH, { body }),
  update: (id: string, body: UpdatePenerimaDto) => api.patch<PenerimaDto>(penerimaAt(id), { body }),
  remove: (id: string) => api.delete(penerimaAt(id)),
  test: (id: string) => api.post<DeliveryDto>(`${penerimaAt(id)}/test`),
};
