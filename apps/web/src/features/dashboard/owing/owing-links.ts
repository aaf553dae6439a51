import type { RingkasanTunggakanDto } from '@bantubayar/shared';
import { withQuery } from '../../../core/api-client';

/** The bills of a group, and its students, who owe most first; null where nothing is owed, or it has no name to ask by. */
export function owingLinks(
  by: 'umur' | 'kategori',
  { kelompok, bills }: RingkasanTunggakanDto,
  lembaga: string | null,
): { bills: string; siswa: string } | null {
  if (kelompok === null || bills === 0) return null;
  const query = { lembaga, [by]: kelompok };
  return {
    bills: withQuery('/admin/tunggakan', query),
    siswa: withQuery('/admin/siswa', { ...query, status: 'belum_lunas', sort: '-tunggakan' }),
  };
}
