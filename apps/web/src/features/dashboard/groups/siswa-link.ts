import type { StatusPembayaran } from '@bantubayar/shared';
import { withQuery } from '../../../core/api-client';
import type { Group } from './dashboard-groups';

/** The list of those students, who owe most first; null for a group that the list has no filter for. */
export function siswaLink({ lembaga, kelas }: Omit<Group, 'sums'>, status?: StatusPembayaran): string | null {
  if (lembaga === null || kelas === null) return null;
  const sort = status === 'belum_lunas' ? '-tunggakan' : undefined;
  return withQuery('/admin/siswa', { lembaga, kelas, status, sort });
}
