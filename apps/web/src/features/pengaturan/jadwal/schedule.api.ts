import type { SavedScheduleDto, ScheduleDto } from '@bantubayar/shared';
import { api } from '../../../core/api-client';

const PATH = '/admin/sync-pembayaran/schedule';

export const scheduleApi = {
  get: (signal: AbortSignal) => api.get<SavedScheduleDto>(PATH, { signal }),
  put: (body: ScheduleDto) => api.put<SavedScheduleDto>(PATH, { body }),
};
